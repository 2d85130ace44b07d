"""What the worker does for the briefings: makes archives of years, and forgets what was made of
briefings that are no longer public; see `manage.py tick`."""

from briefings.models import Briefing
from briefings.year_archive import making
from tscb.common.made_files import forget_others


def work() -> None:
    """One archive a turn."""
    forget_withdrawn()
    making.make_next()


def forget_withdrawn() -> None:
    """What is kept of a briefing is never served once it is withdrawn; here it goes for good."""
    public = Briefing.objects.published().values_list("pk", flat=True)
    forget_others("briefings", map(str, public))
