"""What stands in a person's calendar feed: references and days, nothing else of any case."""

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from referrals.models import Deadline, Meeting, MeetingState, Referral
from tscb.board.models import BoardSettings, User
from tscb.common.icalendar import Entry, written

KEPT_AFTER = timedelta(days=90)  # how long meetings that are over stay in it


def calendar_of(user: User) -> str:
    name = BoardSettings.current().panel_short_name
    entries = [*deadline_entries(user), *meeting_entries(name)]
    return written(f"Deadlines of the {name}", entries, timezone.now())


def address_with(token: str) -> str:
    return settings.SITE_ADDRESS + reverse("calendar:feed", args=[token])


def deadline_entries(user: User) -> Iterator[Entry]:
    """Those that are open, for the referrals that this person may see now."""
    for one in Deadline.objects.open_for(Referral.objects.visible_to(user)):
        if one.due_on:
            summary = f"Due: {one.referral.reference} ({one.rule.key})"
            url = settings.SITE_ADDRESS + reverse("panel:clock:case", args=[one.referral_id])
            yield Entry(f"deadline-{one.pk}@panel", one.due_on, summary, url)


def meeting_entries(panel: str) -> Iterator[Entry]:
    """The same entry as an invitation brings: a calendar shows it once."""
    since = timezone.now() - KEPT_AFTER
    for one in Meeting.objects.filter(ends_at__gte=since).defer("link").order_by("starts_at"):
        yield Entry(
            f"{one.pk}@panel",
            one.starts_at,
            f"Meeting of the {panel}",
            settings.SITE_ADDRESS + reverse("panel:meetings:one", args=[one.pk]),
            ends=one.ends_at,
            changes=one.changes,
            is_cancelled=one.state == MeetingState.CANCELLED,
        )
