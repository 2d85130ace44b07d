"""The only way in which casework changes a status: by the table, with its event."""

from referrals.models import Referral, Status, record, staff
from referrals.models.status import check_move
from tscb.board.models import User


def move(referral: Referral, to: Status, by: User) -> None:
    """Of a referral that is held. Raises WrongState where the table has no such move."""
    event = check_move(referral.status, to)
    referral.status = to
    referral.save(update_fields=("status",))
    record(event, by=staff(by), referral_id=referral.pk, reference=referral.reference)
