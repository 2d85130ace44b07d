"""The rows of summaries: locked, moved on, and whether anything may still be asked or answered.

Every action locks the referral first, so that of two at once the second sees what the first did.
"""

from uuid import UUID

from referrals.models import Actor, Referral, Summary, SummaryChange, SummaryState, Verb, record
from referrals.models.status import OPEN, WrongState
from referrals.models.summary_state import check_summary_move


class NotAsked(WrongState):
    """Nothing is asked of agencies any more: the case was decided, withdrawn or closed."""


def check_asked(referral: Referral) -> None:
    if referral.status not in OPEN:
        raise NotAsked("Agencies are not asked any more: the case was decided or withdrawn.")


def can_be_asked(referral: Referral) -> bool:
    return referral.status in OPEN


def locked_row(summary_id: UUID) -> Summary:
    """One row, with its referral locked before it."""
    rows = Summary.objects.filter(pk=summary_id)
    referral_id = rows.values_list("referral_id", flat=True).get()
    Referral.objects.select_for_update().get(pk=referral_id)
    return rows.select_related("referral").select_for_update(of=("self",)).get()


def move(row: Summary, to: SummaryState, by: Actor, *changed: str) -> None:
    """Saves itself, with the fields named. Raises WrongState where the table has no such move."""
    event = check_summary_move(row.state, to)
    row.state = to
    row.save(update_fields=("state", *changed))
    note(event, row, by)


def note(event: Verb, row: Summary, by: Actor) -> None:
    record(
        event,
        by=by,
        referral_id=row.referral_id,
        reference=row.referral.reference,
        about=f"summary {row.number}",
    )


def changed(row: Summary, kind: SummaryChange.Kind, words: str, by: Actor) -> None:
    SummaryChange.objects.create(
        summary=row, referral=row.referral, kind=kind, words=words, by_id=by.id, by_role=by.role
    )
