"""What the worker does for the briefings: makes archives of years, and forgets what was made of
briefings that were withdrawn or changed; see `manage.py tick`."""

from briefings.models import Briefing
from briefings.year_archive import making
from tscb.common.made_files import forget_old


def work() -> None:
    """One archive a turn."""
    forget_old_files()
    making.make_next()


def forget_old_files() -> None:
    """What is kept of a withdrawn or changed briefing is never served; here it goes for good."""
    public = Briefing.objects.published().values_list("pk", "updated_at")
    forget_old("briefings", {str(pk): changed.timestamp() for pk, changed in public})
