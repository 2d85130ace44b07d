"""What happens to an account, told to whoever keeps an audit: each app may have an
`account_recorder` with `record(event, by, person)`. The board itself keeps none.
"""

from django.db.models import TextChoices

from tscb.board.models import User
from tscb.common.discovery import discover


class AccountEvent(TextChoices):
    RECOVERY_ASKED = "recovery_asked", "Help asked for with a lost second factor"
    RECOVERY_CONFIRMED = "recovery_confirmed", "Confirmed that a second factor is lost"
    RECOVERY_DROPPED = "recovery_dropped", "Request about a lost second factor dropped"
    FACTOR_TAKEN_AWAY = "factor_taken_away", "Second factor taken away by two colleagues"


def happened(event: AccountEvent, *, by: User | None, person: User) -> None:
    """Inside the transaction of what happened. `by` nobody: the owner, who is not signed in."""
    for module in discover("account_recorder"):
        module.record(event, by=by, person=person)
