"""Writing a note, and one that corrects another."""

from uuid import UUID

from django.db import transaction

from referrals.casework.acts import Act, check_act
from referrals.casework.finding import locked
from referrals.models import Note, Verb, record, staff
from referrals.models.status import WrongState
from tscb.board.models import User
from tscb.common.encryption import keyed_hash

NOT_THERE = "The note that you wanted to correct is not one of this case."


@transaction.atomic
def write_note(
    *, referral_id: UUID, text: str, press: str, by: User, corrects: int | None = None
) -> Note:
    """One note for one press of the button, however often it arrives. `corrects`: the number of an
    earlier note of the same case."""
    referral = locked(referral_id, by)
    check_act(Act.NOTE, by=by, referral=referral)
    notes = Note.objects.filter(referral=referral)
    earlier = notes.filter(number=corrects).first() if corrects else None
    if corrects and not earlier:
        raise WrongState(NOT_THERE)
    note, is_new = Note.objects.get_or_create(
        press=keyed_hash(f"note:{referral_id}:{press}:{text}"),
        defaults={
            "referral": referral,
            "number": notes.count() + 1,
            "text": text,
            "corrects": earlier,
            "written_by": by,
        },
    )
    if is_new:
        about = f"note {note.number}"
        record(
            Verb.NOTED,
            by=staff(by),
            referral_id=referral.pk,
            reference=referral.reference,
            about=about,
        )
    return note
