"""What waits among the pages: changes to publish, pages to read again, and texts with errors."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from tscb.board.models import Page
from tscb.board.roles import Role, has_role
from tscb.common.waiting import Row


def rows(person: Any) -> Iterator[Row]:
    if not (person.is_superuser or has_role(person, Role.EDITOR)):
        return
    for page in Page.objects.filter(proposed__isnull=False, published=True):
        yield Row(f"A change of the page “{page}” waits to be published", _form(page))
    for page in Page.objects.due():
        if page.owner_id in (None, person.pk):
            yield Row(f"The page “{page}” is to be read again", _form(page))
    wrong = Page.objects.published().exclude(found_wrong=[]).count()
    address = reverse("admin:board_page_report")
    if wrong:
        yield Row("Pages with links that lead nowhere, or other errors", address, wrong)


def _form(page: Page) -> str:
    return reverse("admin:board_page_change", args=[page.pk])
