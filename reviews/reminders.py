"""Reviews at the end of their publication period: each editor gets one message about each."""

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from reviews.models import CaseReview
from tscb.board.models import User
from tscb.board.roles import Role
from tscb.common import mail


@transaction.atomic
def remind() -> None:
    """Safe to run twice at once: a row that another process holds is left to it."""
    due = CaseReview.objects.due().filter(reminded_at__isnull=True)
    for review in due.select_for_update(skip_locked=True, of=("self",)):
        _tell_editors(review)
        CaseReview.objects.filter(pk=review.pk).update(reminded_at=timezone.now())


def _tell_editors(review: CaseReview) -> None:
    path = reverse("admin:reviews_casereview_change", args=[review.pk])
    told = {"review": review, "link": f"{settings.SITE_ADDRESS}{path}"}
    body = render_to_string("emails/review_due.txt", told)
    for editor in User.objects.filter(groups__name=Role.EDITOR, is_active=True):
        mail.queue(to=editor.email, subject="A case review is due for review", body=body)
