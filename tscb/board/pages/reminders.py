"""Pages that are to be read again: one message each, to the page's owner or to every editor."""

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from tscb.board.models import Page, User
from tscb.board.roles import Role
from tscb.common import mail


@transaction.atomic
def remind() -> None:
    """Safe to run twice at once: a row that another process holds is left to it."""
    due = Page.objects.due().filter(reminded_at__isnull=True)
    for page in due.select_for_update(skip_locked=True, of=("self",)):
        _tell(page)
        Page.objects.filter(pk=page.pk).update(reminded_at=timezone.now())


def _tell(page: Page) -> None:
    path = reverse("admin:board_page_change", args=[page.pk])
    told = {"page": page, "link": f"{settings.SITE_ADDRESS}{path}"}
    body = render_to_string("emails/page_due.txt", told)
    for person in _people(page):
        mail.queue(to=person.email, subject="A page of the website is to be read again", body=body)


def _people(page: Page) -> list[User]:
    if page.owner and page.owner.is_active:
        return [page.owner]
    return list(User.objects.filter(groups__name=Role.EDITOR, is_active=True))
