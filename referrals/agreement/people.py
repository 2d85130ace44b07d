"""Who is asked to agree: named by the referrer or by the board, and never the referrer."""

from dataclasses import asdict, dataclass

from referrals.models import Referral
from referrals.models.status import WrongState

OWN_MAILBOX = "This is the referrer’s own email address. Somebody else has to agree"


@dataclass(frozen=True)
class Person:
    name: str
    role: str = ""
    email: str = ""

    def kept(self) -> dict[str, str]:
        return asdict(self)


class SamePerson(WrongState):
    """Nobody agrees to their own referral."""


def mailbox(address: str) -> str:
    """The mailbox behind an address: capitals and what follows a plus make no other one."""
    local, _, domain = address.strip().lower().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def is_own(address: str, referral: Referral) -> bool:
    own = str(referral.answers.get("referrer_email", ""))
    return bool(address) and mailbox(address) == mailbox(own)


def check_somebody_else(person: Person, referral: Referral) -> None:
    if is_own(person.email, referral):
        raise SamePerson(OWN_MAILBOX)
