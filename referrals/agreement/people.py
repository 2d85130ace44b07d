"""Who is asked to agree: named by the referrer or by the board, and never the referrer."""

from dataclasses import asdict, dataclass

from referrals.description.mailboxes import same_mailbox
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


def check_somebody_else(person: Person, referral: Referral) -> None:
    if same_mailbox(person.email, referral.answers.get("referrer_email")):
        raise SamePerson(OWN_MAILBOX)
