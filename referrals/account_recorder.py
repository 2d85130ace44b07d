"""What happens to accounts of staff stands in the audit, too: see tscb/board/account_events.py."""

from referrals.models import Actor, Verb, staff
from referrals.models import record as record_event
from tscb.board.account_events import AccountEvent
from tscb.board.models import User

OWNER = "Owner of the account, not signed in"


def record(event: AccountEvent, *, by: User | None, person: User) -> None:
    actor = staff(by) if by else Actor(OWNER)
    record_event(Verb(event.value), by=actor, about=f"person {person.pk}")
