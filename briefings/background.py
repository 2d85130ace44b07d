"""What the worker does for the briefings: makes archives of years, and forgets what was made of
briefings that were withdrawn or changed; see `manage.py tick`."""

from django.db.models import Max
from django.db.models.functions import Greatest

from briefings.models import Briefing
from briefings.year_archive import making
from tscb.common.made_files import forget_old


def work() -> None:
    """One archive a turn."""
    forget_old_files()
    making.make_next()


def forget_old_files() -> None:
    """What is kept of a withdrawn or changed briefing is never served; here it goes for good. The
    pack tells of its reviews, so it goes with a change or the withdrawal of one of them, too."""
    changed = Greatest("updated_at", Max("reviews__updated_at"))
    public = Briefing.objects.published().order_by().annotate(changed=changed)
    moments = public.values_list("pk", "changed")
    forget_old("briefings", {str(pk): moment.timestamp() for pk, moment in moments})
