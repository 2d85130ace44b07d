"""The certificate of attendance: a tagged PDF, made when it is asked for and kept by nobody."""

from pathlib import Path
from typing import Any

from tscb.board.site import current
from tscb.common.typesetting import typeset
from tscb.events.models import Booking

TEMPLATE = Path(__file__).parent / "certificate.typ"


def make(booking: Booking) -> bytes:
    return typeset(TEMPLATE, data_of(booking))


def data_of(booking: Booking) -> dict[str, Any]:
    """A restricted event is named by its kind alone: the paper may lie anywhere."""
    event, sessions = booking.event, list(booking.event.sessions.all())
    return {
        "name": booking.name,
        "agency": booking.agency_name,
        "event": event.name_in_mails,
        "kind": "" if event.is_restricted else event.kind.name,
        "times": [str(session) for session in sessions],
        "hours": hours_of(sessions),
        "board": current().board_name,
        "sample_mark": "Sample – fictional" if event.is_sample else "",
    }


def hours_of(sessions: list[Any]) -> str:
    """How long it took, to a half of an hour."""
    seconds = sum((one.ends_at - one.starts_at).total_seconds() for one in sessions)
    halves = round(seconds / 1800)
    number = f"{halves / 2:g}"
    return f"{number} hour" if halves == 2 else f"{number} hours"
