"""A meeting as an entry for a calendar program. A later download replaces an earlier."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from referrals.models import Meeting, MeetingState
from tscb.common.icalendar import Entry, to_add

NAME = "Meeting of the panel"


def entry(meeting: Meeting) -> str:
    found = Entry(
        uid=f"{meeting.pk}@panel",
        starts=meeting.starts_at,
        ends=meeting.ends_at,
        summary=NAME,
        place=meeting.place,
        url=settings.SITE_ADDRESS + reverse("panel:meetings:one", args=[meeting.pk]),
        changes=meeting.changes,
        is_cancelled=meeting.state == MeetingState.CANCELLED,
    )
    return to_add(NAME, [found], timezone.now())
