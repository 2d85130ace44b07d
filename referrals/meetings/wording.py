"""How a meeting is called where it has to be one line of text."""

from django.utils import timezone
from django.utils.formats import date_format

from referrals.models import Meeting


def written(meeting: Meeting) -> str:
    return f"{date_format(meeting.day, 'l j F Y')}, {hours(meeting)}"


def hours(meeting: Meeting) -> str:
    starts, ends = (timezone.localtime(at) for at in (meeting.starts_at, meeting.ends_at))
    return f"{starts:%H:%M} to {ends:%H:%M}"
