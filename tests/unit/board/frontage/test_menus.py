"""From the entries of staff to the links of a page."""

import pytest
from django.urls import resolve

from tscb.board.frontage.menus import Entry, MenuLink, here, links_of
from tscb.board.frontage.targets import PARTS, Place, Target

PAGES = {"accessibility": "Accessibility statement", "privacy": "Privacy", "training": "Training"}


@pytest.mark.parametrize("address", PARTS.values())
def test_every_part_of_the_site_is_there(address: str) -> None:
    assert resolve(address).view_name != "board:page"


def test_every_target_but_the_two_that_are_entered_is_a_part() -> None:
    assert set(PARTS) == set(Target) - {Target.PAGE, Target.ADDRESS}


def test_entry_of_a_page_that_is_not_public_drops_out() -> None:
    entries = [
        Entry(Target.REFER),
        Entry(Target.PAGE, page="gone"),
        Entry(Target.PAGE, page="training"),
        Entry(Target.ADDRESS, "Neglect", address="/case-reviews/?theme=neglect"),
    ]
    assert links_of(Place.HEADER, entries, PAGES) == (
        MenuLink("Refer a case", "/refer/"),
        MenuLink("Training", "/training/"),
        MenuLink("Neglect", "/case-reviews/?theme=neglect"),
    )


def test_entries_that_have_to_be_there_are_added_whatever_is_entered() -> None:
    assert links_of(Place.HEADER, [], {}) == (MenuLink("Refer a case", "/refer/"),)
    addresses = [link.address for link in links_of(Place.FOOTER, [], PAGES)]
    assert addresses == ["/worried-about-a-child/", "/accessibility/", "/privacy/"]


@pytest.mark.parametrize(
    ("link", "path", "said"),
    [
        ("/refer/", "/refer/", "page"),
        ("/refer/", "/refer/check/", "true"),
        ("/refer/", "/panel/refer/", ""),
        ("/", "/", "page"),
        ("/", "/refer/", ""),
        ("/case-reviews/?theme=neglect", "/case-reviews/", ""),
        ("/refer/", "", ""),
    ],
)
def test_link_is_marked_by_where_the_page_is(link: str, path: str, said: str) -> None:
    assert here(link, path) == said
