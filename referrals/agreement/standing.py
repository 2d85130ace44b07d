"""How things stand with a referral's agreement: for the panel's pages and the referrer's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from referrals.agreement.rows import can_ask
from referrals.models import Agreement, AgreementState, Referral, Route

NEVER_ASKED = "Agreement not asked for"
COLOURS = {
    AgreementState.ASKED: "yellow",
    AgreementState.AGREED: "green",
    AgreementState.AGREED_WITH_COMMENT: "green",
    AgreementState.DECLINED: "red",
    AgreementState.ATTESTED: "orange",
}
OF_ATTESTED = {
    Route.SPOKEN: "Said to have agreed",
    Route.UNREACHED: "Nobody was reached",
}


@dataclass(frozen=True)
class Standing:
    """`is_pending`: somebody's answer is waited for. `can_ask`: asking (again) makes sense."""

    newest: Agreement | None
    can_ask: bool

    @property
    def label(self) -> str:
        if self.newest is None:
            return NEVER_ASKED
        if self.newest.state == AgreementState.ATTESTED:
            return OF_ATTESTED[Route(self.newest.route)]
        return AgreementState(self.newest.state).label

    @property
    def colour(self) -> str:
        return COLOURS.get(AgreementState(self.newest.state), "grey") if self.newest else "grey"

    @property
    def since(self) -> datetime | None:
        """When it was answered, else when it was asked or said."""
        return (self.newest.answered_at or self.newest.asked_at) if self.newest else None

    @property
    def is_pending(self) -> bool:
        return self.newest is not None and self.newest.is_waiting

    @property
    def is_given(self) -> bool:
        return self.newest is not None and self.newest.is_given

    @property
    def is_declined(self) -> bool:
        return self.newest is not None and self.newest.state == AgreementState.DECLINED


def standing(referral: Referral) -> Standing:
    newest = Agreement.objects.of(referral).first()
    return Standing(newest, can_ask(referral, newest))


def standings(referrals: Iterable[Referral]) -> dict[UUID, Standing]:
    """The same for a list, with one query."""
    listed = list(referrals)
    newest = Agreement.objects.newest_of(listed)
    return {
        one.pk: Standing(newest.get(one.pk), can_ask(one, newest.get(one.pk))) for one in listed
    }
