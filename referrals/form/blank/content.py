"""What stands on the form on paper: the questions, whom to call, and where to send it."""

from typing import Any

from django.conf import settings

from referrals.description.on_paper import sheets
from tscb.board import site
from tscb.board.site_facts import SiteFacts

CLASSIFICATION = "Confidential when completed"
HOW = (
    "Speak to your manager or your safeguarding lead first. Any practitioner can refer a case, "
    "with the agreement of their manager.",
    "Answer what you can. “Not known” is an answer, and you do not need to prove anything. Do not "
    "wait for the last detail.",
    "Write in black ink, so that it can be read when it is copied. Where there is no room, go on "
    "on another sheet with the number of the question.",
    "The form on the web saves as you go, asks only what applies, and is received at once: "
    "{online}",
)


def content() -> dict[str, Any]:
    facts = site.current()
    return {
        "title": facts.form_name,
        "board": facts.board_name,
        "panel": facts.panel_name,
        "classification": CLASSIFICATION,
        "emergency": facts.advice.emergency.number,
        "numbers": [
            {"name": one.name, "when": one.note, "number": one.number} for one in facts.numbers
        ],
        "how": [one.format(online=f"{settings.SITE_ADDRESS}/refer/") for one in HOW],
        "sending": sending(facts),
        "sheets": sheets(),
    }


def sending(facts: SiteFacts) -> list[str]:
    """Ways to send it back, each a sentence."""
    post = ", ".join(line.strip() for line in facts.paper_address.splitlines() if line.strip())
    ways = []
    if post:
        ways.append(f"By post, in two envelopes, the inner one marked “Confidential”: {post}.")
    if facts.paper_email:
        ways.append(f"Scanned, from a secure work mailbox alone: {facts.paper_email}.")
    return ways or [f"Ask {facts.contact} where to send it. Do not send it by ordinary e-mail."]
