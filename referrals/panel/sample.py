"""What the sample people do with the sample cases that the panel has dealt with."""

from referrals.casework.recusing import recuse
from referrals.models import Note, Referral
from referrals.panel.notes.writing import write_note
from referrals.panel.people.leading import take_on
from tscb.board.models import User
from tscb.board.roles import Role

NOTES = (
    "This is fictional. The school nurse has the growth chart and brings it to the meeting.",
    "This is fictional. It is the health visitor who has the chart, not the school nurse.",
)
WITH_A_CONFLICT = 1  # the number of the case that the sample member may not see


def load_for(referral: Referral, number: int, coordinator: User) -> None:
    """Led by the coordinator, with a note that corrects another; one of them has a conflict."""
    take_on(referral_id=referral.pk, by=coordinator)
    first = written(referral, coordinator, 0)
    written(referral, coordinator, 1, corrects=first.number)
    member = sample_member()
    if number == WITH_A_CONFLICT and member:
        reason = "This is fictional: my sister teaches at the school."
        recuse(referral_id=referral.pk, person=member, reason=reason, by=member)


def written(referral: Referral, by: User, place: int, corrects: int | None = None) -> Note:
    press = f"sample {place}"
    return write_note(
        referral_id=referral.pk, text=NOTES[place], press=press, by=by, corrects=corrects
    )


def sample_member() -> User | None:
    known = User.objects.filter(is_sample=True, is_active=True)
    return known.filter(groups__name=Role.PANEL_MEMBER).first()
