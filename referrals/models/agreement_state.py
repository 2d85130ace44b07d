"""How an agreement is sought, its states, and the table of their moves: state -> next -> event.

Nothing outside the actions in referrals/agreement/ changes a state.
"""

from django.db.models import TextChoices

from referrals.models.audit import Verb
from referrals.models.status import WrongState


class Route(TextChoices):
    """How the agreement is, or was, sought. The first two are asked by mail."""

    MANAGER = "manager", "Their manager, by email"
    DEPUTY = "deputy", "A deputy or safeguarding lead, by email"
    SPOKEN = "spoken", "By word of mouth, as the referrer says"
    UNREACHED = "unreached", "Nobody could be reached, as the referrer says"
    PHONE = "phone", "By phone, recorded by the board"
    POST = "post", "By post, recorded by the board"


ATTESTED_ROUTES = (Route.SPOKEN, Route.UNREACHED)


class AgreementState(TextChoices):
    ASKED = "asked", "Agreement pending"
    AGREED = "agreed", "Agreed"
    AGREED_WITH_COMMENT = "agreed_with_comment", "Agreed, with a comment"
    DECLINED = "declined", "Declined"
    ATTESTED = "attested", "Not asked, see the reason"
    REPLACED = "replaced", "Replaced by a later request"


GIVEN = frozenset({AgreementState.AGREED, AgreementState.AGREED_WITH_COMMENT})
ANSWERS: dict[AgreementState, Verb] = {
    AgreementState.AGREED: Verb.AGREED,
    AgreementState.AGREED_WITH_COMMENT: Verb.AGREED_WITH_COMMENT,
    AgreementState.DECLINED: Verb.DECLINED,
}
# None: how a row begins. What is not listed here does not happen.
NEXT_OF_AGREEMENT: dict[AgreementState | None, dict[AgreementState, Verb]] = {
    None: {
        AgreementState.ASKED: Verb.AGREEMENT_ASKED,
        AgreementState.ATTESTED: Verb.ATTESTED,
        **ANSWERS,
    },
    AgreementState.ASKED: {**ANSWERS, AgreementState.REPLACED: Verb.AGREEMENT_REPLACED},
    AgreementState.AGREED: {},
    AgreementState.AGREED_WITH_COMMENT: {},
    AgreementState.DECLINED: {},
    AgreementState.ATTESTED: {},
    AgreementState.REPLACED: {},
}


def can_turn(state: str | None, to: AgreementState) -> bool:
    return to in NEXT_OF_AGREEMENT[AgreementState(state) if state else None]


def check_turn(state: str | None, to: AgreementState) -> Verb:
    """Gives the event that records the move; raises WrongState where there is none."""
    if not can_turn(state, to):
        raise WrongState("This request has been answered, or replaced by a later one.")
    return NEXT_OF_AGREEMENT[AgreementState(state) if state else None][to]
