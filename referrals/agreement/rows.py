"""The rows of an agreement: locked, added, replaced, and whether one may still be added."""

from uuid import UUID

from referrals.agreement.wording import wording_of
from referrals.models import Actor, Agreement, AgreementState, Referral, Route, Verb, record
from referrals.models.agreement_state import check_turn
from referrals.models.status import AWAITS_AGREEMENT, WrongState


class NotAwaited(WrongState):
    """No agreement is waited for: it was given, or the referral has ended."""


def check_awaited(referral: Referral) -> None:
    if referral.status not in AWAITS_AGREEMENT:
        raise NotAwaited("No agreement is waited for: the referral was withdrawn or decided.")


def check_can_ask(referral: Referral, newest: Agreement | None) -> None:
    check_awaited(referral)
    if newest and newest.is_given:
        raise NotAwaited("Agreement has been given already. Nobody needs to be asked again.")


def can_ask(referral: Referral, newest: Agreement | None) -> bool:
    try:
        check_can_ask(referral, newest)
    except NotAwaited:
        return False
    return True


def locked(referral_id: UUID) -> tuple[Referral, Agreement | None]:
    """The referral and the newest row of its agreement, both held until the transaction ends."""
    referral = Referral.objects.select_for_update().get(pk=referral_id)
    return referral, Agreement.objects.of(referral).select_for_update().first()


def locked_row(agreement_id: UUID) -> Agreement:
    """One row, with its referral locked before it, as everywhere."""
    rows = Agreement.objects.filter(pk=agreement_id)
    referral_id = rows.values_list("referral_id", flat=True).get()
    Referral.objects.select_for_update().get(pk=referral_id)
    return rows.select_related("referral").select_for_update(of=("self",)).get()


def added(
    referral: Referral,
    newest: Agreement | None,
    state: AgreementState,
    route: Route,
    by: Actor,
    **told: object,
) -> Agreement:
    event = check_turn(None, state)
    if newest and newest.is_waiting:
        replace(newest, by)
    wording = wording_of(route)
    row = Agreement.objects.create(
        referral=referral,
        number=newest.number + 1 if newest else 1,
        route=route,
        state=state,
        wording=wording.text,
        wording_version=wording.version,
        entered_by_id=by.id,
        entered_by_role=by.role,
        **told,
    )
    note(event, row, by)
    return row


def replace(row: Agreement, by: Actor) -> None:
    event = check_turn(row.state, AgreementState.REPLACED)
    row.state = AgreementState.REPLACED
    row.save(update_fields=("state",))
    note(event, row, by)


def note(event: Verb, row: Agreement, by: Actor) -> None:
    record(event, by=by, referral_id=row.referral_id, reference=row.referral.reference)
