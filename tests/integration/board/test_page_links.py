"""A link on a page is asked for as a visitor would: what leads nowhere is told."""

import pytest

from tests.factories import make_review
from tscb.board import facts
from tscb.board.addresses import own_address
from tscb.board.models import Page
from tscb.board.pages.links import (
    FOR_STAFF,
    NO_HEADING,
    NOT_AN_ADDRESS,
    NOWHERE,
    broken,
    places,
)

pytestmark = pytest.mark.django_db
TEXT = "<h2>How to refer</h2><p>Words</p>"


@pytest.fixture(autouse=True)
def board():
    facts.set_up()
    make_review(slug="listening")
    Page.objects.filter(slug="cookies").update(published=False)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/", ""),
        ("/case-reviews/listening/", ""),
        ("/case-reviews/listening", ""),
        ("/case-reviews/?q=children", ""),
        ("/case-reviews/?type=nonsense", ""),
        ("/refer/", ""),
        ("/privacy/#contact", ""),
        ("/privacy/#nothing", NO_HEADING),
        ("#how-to-refer", ""),
        ("#nothing", NO_HEADING),
        ("/cookies/", NOWHERE),
        ("/case-reviews/never-there/", NOWHERE),
        ("/no/such/place/", NOWHERE),
        ("/panel/", FOR_STAFF),
        ("privacy", NOT_AN_ADDRESS),
        ("https://elsewhere.example/a", ""),
        ("https://nonsense", NOT_AN_ADDRESS),
        ("mailto:us@board.example", ""),
        ("mailto:us", NOT_AN_ADDRESS),
        ("tel:+441614960000", ""),
        ("tel:ring", NOT_AN_ADDRESS),
    ],
)
def test_link_is_looked_at(address, said):
    assert broken(address, TEXT) == said


def test_own_address_in_full_is_a_page_of_this_site():
    assert broken(f"{own_address()}/cookies/", TEXT) == NOWHERE
    assert broken(own_address(), TEXT) == ""


def test_pages_to_link_to_are_offered():
    offered = {place.address: place.title for place in places()}
    assert offered["/case-panel/"] == "Serious and Significant Case Panel"
    assert "/cookies/" not in offered
