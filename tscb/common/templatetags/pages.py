"""Page numbers of a long list and links to them."""

from collections.abc import Iterator

from django import template
from django.core.paginator import Page
from django.http import QueryDict

register = template.Library()


@register.filter
def page_numbers(page: Page) -> Iterator[int | str]:
    """First, last and the neighbours of the page; an ellipsis for what is left out."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


@register.simple_tag
def page_link(query: QueryDict | None, number: int) -> str:
    """The query as it is, with another page; page 1 has the bare address."""
    kept = query.copy() if query else QueryDict(mutable=True)
    kept.pop("page", None)
    if number > 1:
        kept["page"] = str(number)
    return f"?{kept.urlencode()}"
