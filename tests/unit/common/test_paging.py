"""Twenty a page, and a sentence for a page that is not there."""

import pytest
from django.test import RequestFactory

from tscb.common.paging import page_of
from tscb.common.web import NotHere

ask = RequestFactory()


def page(number: str, count: int = 41):
    return page_of(range(count), ask.get("/", {"page": number} if number else {}))


@pytest.mark.parametrize(("number", "begins"), [("", 0), ("1", 0), ("2", 20), ("3", 40)])
def test_page_that_is_there(number, begins):
    assert page(number)[0] == begins


def test_page_of_nothing_is_empty():
    assert list(page("1", count=0)) == []


@pytest.mark.parametrize("number", ["4", "0", "-1", "9999", "9" * 30, "two", "1.5", "nan"])
def test_page_that_is_not_there(number):
    with pytest.raises(NotHere, match=r"There is no such page\. The last one is page 3\."):
        page(number)
