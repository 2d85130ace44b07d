"""Forgetting packs that were made of what has changed since; see `manage.py tick`."""

from datetime import timedelta

from django.db.models import Max
from django.db.models.functions import Greatest
from django.utils import timezone

from reviews.models import Theme
from tscb.common.made_files import forget_old

KEPT_FOR = timedelta(days=1)


def work() -> None:
    """A pack of old content is never served; here it goes from the disk. A review or briefing that
    was withdrawn has changed, too."""
    changed = Greatest(Max("reviews__updated_at"), Max("briefings__updated_at"))
    moments = Theme.objects.published().order_by().annotate(changed=changed)
    old = timezone.now() - KEPT_FOR
    named = moments.values_list("pk", "changed")
    forget_old("training", {str(pk): max(one or old, old).timestamp() for pk, one in named})
