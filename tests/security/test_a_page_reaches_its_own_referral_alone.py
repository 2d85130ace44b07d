"""A browser holds one referral; a tab that still shows another one never changes it."""

import re
from html import unescape

import pytest
from django.test import Client

from referrals.form.journey import address
from referrals.models import Referral, Status
from tests.factories.referrals import CHILD_ADDRESS, HAPPENED, filled_in, start, text_of

pytestmark = pytest.mark.django_db
STORY = address(HAPPENED)
PAGES = [
    STORY,
    CHILD_ADDRESS,
    "/refer/children/children-1/remove/",
    "/refer/check/",
    "/refer/files/",
    "/refer/later/",
    "/refer/delete/",
]
MADE_FOR = re.compile(r'name="made_for" value="([^"]+)"')


def page_of(client: Client, place: str) -> dict[str, str]:
    """What a form on this page sends of itself."""
    found = MADE_FOR.search(text_of(client.get(place)))
    assert found, f"{place} does not say what it was made for"
    return {"made_for": unescape(found[1])}


def open_another(client: Client) -> Referral:
    """Somebody else at the same computer, or the same person with a second case."""
    earlier = set(Referral.objects.values_list("pk", flat=True))
    del client.cookies["referral_draft"]
    start(client)
    filled_in(client)
    return Referral.objects.exclude(pk__in=earlier).get()


@pytest.fixture
def older(client: Client) -> Referral:
    start(client)
    filled_in(client)
    return Referral.objects.get()


@pytest.mark.parametrize(
    "place",
    [
        STORY,
        CHILD_ADDRESS,
        "/refer/check/",
        "/refer/delete/",
        "/refer/later/",
        "/refer/files/",
        "/refer/children/children-1/remove/",
    ],
)
def test_page_of_another_draft_changes_nothing_in_the_one_that_is_open(client, older, place):
    mine = page_of(client, place)
    other = open_another(client)
    response = client.post(
        place, mine | {"outline": "Words of the first case", "declaration": "yes"}
    )
    assert response.status_code == 409
    after = Referral.objects.get(pk=other.pk)
    assert (after.answers, after.status, after.return_email) == (other.answers, Status.DRAFT, None)


def test_what_was_typed_comes_back_and_is_saved_once_its_own_draft_is_open_again(client, older):
    cookie = client.cookies["referral_draft"].value
    mine = page_of(client, STORY)
    other = open_another(client)
    page = text_of(client.post(STORY, mine | {"outline": "Words of the first case"}))
    assert "Words of the first case" in page
    assert other.reference in page
    client.cookies["referral_draft"] = cookie
    again = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))
    client.post(STORY, again)
    assert Referral.objects.get(pk=older.pk).answers["outline"] == "Words of the first case"
    assert Referral.objects.get(pk=other.pk).answers["outline"] != "Words of the first case"


@pytest.mark.parametrize("place", ["/refer/status/add/", "/refer/status/withdraw/"])
def test_page_of_a_sent_referral_reaches_no_other_sent_one(client, older, place):
    client.post("/refer/check/", {"declaration": "yes"})
    mine = page_of(client, place)
    other = open_another(client)
    client.post("/refer/check/", {"declaration": "yes"})
    response = client.post(place, mine | {"text": "More", "reason": "Not meant"})
    assert response.status_code == 409
    assert "Open the referral of that page" in text_of(response)
    assert Referral.objects.get(pk=other.pk).status == Status.RECEIVED
    assert not other.additions.exists()


def test_text_of_a_draft_that_is_gone_can_be_saved_in_a_new_one(client, older):
    mine = page_of(client, STORY)
    client.post("/refer/delete/")
    page = text_of(client.post(STORY, mine | {"outline": "Words kept"}))
    assert "We cannot find your draft" in page
    assert 'name="made_for"' not in page
