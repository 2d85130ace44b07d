"""A meeting as an entry for a calendar program (RFC 5545). A later download replaces an earlier."""

from datetime import UTC, datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from referrals.models import Meeting, MeetingState

LONGEST_LINE = 75  # bytes, the line end not counted


def entry(meeting: Meeting) -> str:
    address = settings.SITE_ADDRESS + reverse("panel:meetings:one", args=[meeting.pk])
    cancelled = meeting.state == MeetingState.CANCELLED
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Safeguarding board//Panel//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{meeting.pk}@panel",
        f"SEQUENCE:{meeting.changes}",
        f"DTSTAMP:{utc(timezone.now())}",
        f"DTSTART:{utc(meeting.starts_at)}",
        f"DTEND:{utc(meeting.ends_at)}",
        "SUMMARY:Meeting of the panel",
        *([f"LOCATION:{escaped(meeting.place)}"] if meeting.place else []),
        f"URL:{address}",
        f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def utc(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\\n").replace("\n", "\\n")


def folded(line: str) -> str:
    """A long line goes on in the next one, after a space; no character is cut in two."""
    parts, part = [], ""
    for character in line:
        if len((part + character).encode()) > LONGEST_LINE:
            parts.append(part)
            part = " "
        part += character
    return "\r\n".join([*parts, part])
