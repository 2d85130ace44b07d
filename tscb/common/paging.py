"""Twenty a page, and a 404 with a sentence for a page that is not there."""

from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import HttpRequest

from tscb.common.web import NotHere

PER_PAGE = 20


def page_of(
    found: Any, request: HttpRequest, *, per_page: int = PER_PAGE, count: int | None = None
) -> Page[Any]:
    """The page that `?page=` asks for; raises NotHere naming the last page there is.

    `count` is how many there are, where that is known already: it saves the question.
    """
    pages = Paginator(found, per_page)
    if count is not None:
        pages.count = count
    try:
        return pages.page(request.GET.get("page") or 1)
    except InvalidPage as wrong:
        raise NotHere(f"There is no such page. The last one is page {pages.num_pages}.") from wrong
