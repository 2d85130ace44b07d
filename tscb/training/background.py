"""Forgetting packs that were made of what has changed since; see `manage.py tick`."""

from datetime import timedelta

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Greatest
from django.utils import timezone

from briefings.models import Briefing
from reviews.models import CaseReview, Theme
from tscb.common.made_files import forget_old

KEPT_FOR = timedelta(days=1)


def work() -> None:
    """A pack of old content is never served; here it goes from the disk. A review or briefing that
    was withdrawn has changed, too."""
    changed = Greatest(_newest(CaseReview), _newest(Briefing))
    moments = Theme.objects.published().order_by().annotate(changed=changed)
    old = timezone.now() - KEPT_FOR
    named = moments.values_list("pk", "changed")
    forget_old("training", {str(pk): max(one or old, old).timestamp() for pk, one in named})


def _newest(kind: type[CaseReview | Briefing]) -> Subquery:
    """When what was changed last of a theme's reviews, or briefings, was changed."""
    of_theme = kind.objects.filter(themes=OuterRef("pk")).order_by("-updated_at")
    return Subquery(of_theme.values("updated_at")[:1])
