"""What is agreed to, word for word. Each row keeps the text and its version as they were shown."""

from dataclasses import dataclass

from referrals.models import Route
from tscb.board import site

VERSION = "1"
AGREED_TO = (
    "I have read who refers this case, why, and what happened in outline. "
    "I agree that it is referred to the {panel}."
)
SAID_OF = {
    Route.SPOKEN: "The referrer says that this person agreed by word of mouth, and why they were "
    "not asked by email. Nobody has shown it to be so.",
    Route.UNREACHED: "The referrer says that nobody who could agree was reached, and why the "
    "referral could not wait.",
}


@dataclass(frozen=True)
class Wording:
    text: str
    version: str = VERSION


def wording_of(route: str) -> Wording:
    text = SAID_OF.get(Route(route), AGREED_TO)
    return Wording(text.format(panel=site.current().panel_name))
