"""What a template leaves to be filled in: the one list, against which each wording is checked."""

import re
from collections.abc import Callable
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format

from referrals.models import Referral, decision_of, panel_dates_of
from tscb.board.site import current

MARK = re.compile(r"\{([^{}]*)\}")
NOT_YET = "[not yet known]"


def written(day: date | None) -> str:
    return date_format(day, "j F Y") if day else NOT_YET


def met(referral: Referral) -> str:
    dates = panel_dates_of(referral)
    return written(dates.meeting_on if dates else None)


def decided_on(referral: Referral) -> str:
    dates = panel_dates_of(referral)
    return written(dates.decided_on if dates else None)


def decided(referral: Referral) -> str:
    decision = decision_of(referral)
    return decision.concluded if decision else NOT_YET


PLACEHOLDERS: dict[str, tuple[str, Callable[[Referral], str]]] = {
    "reference": ("the reference of the referral", lambda referral: referral.reference),
    "received": (
        "the day on which it was received",
        lambda referral: written(timezone.localdate(referral.submitted_at)),
    ),
    "meeting": ("the day of the panel’s meeting", met),
    "decided": ("the day of the decision", decided_on),
    "decision": ("what was decided, in few words", decided),
    "board": ("the name of the board", lambda referral: current().board_name),
    "panel": ("the name of the panel", lambda referral: current().panel_name),
    "chair": ("who decides, by title", lambda referral: current().chair_title),
    "today": ("today’s date", lambda referral: written(timezone.localdate())),
}


def check_wording(words: str) -> None:
    """Raises ValidationError that names what nobody can fill in."""
    unknown = sorted(set(MARK.findall(words)) - PLACEHOLDERS.keys())
    if unknown or MARK.sub("", words).count("{") or MARK.sub("", words).count("}"):
        wrong = ", ".join(f"{{{name}}}" for name in unknown) or "a bracket that stands alone"
        raise ValidationError(f"Nobody can fill in: {wrong}. Use what stands in the list.")


def filled(words: str, referral: Referral) -> str:
    return MARK.sub(lambda found: PLACEHOLDERS[found[1]][1](referral), words)
