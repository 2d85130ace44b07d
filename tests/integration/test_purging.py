"""Two people take a name out of the history, through the pages of the admin."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import make_person, make_review
from tests.factories.admin import admin_address, change, staff_client
from tscb.board.roles import Role
from tscb.common.publishing.history import HistoryEntry
from tscb.common.publishing.models import Status
from tscb.common.publishing.purge import Purge

pytestmark = pytest.mark.django_db
NAME = "Morwenna Testington"
WHY = "A child was named in a draft"


@pytest.fixture
def review(editor_client):
    """A draft that once named a child, and does no more."""
    review = make_review(status=Status.DRAFT, summary=f"About {NAME}")
    change(editor_client, review, summary="About a family")
    return review


@pytest.fixture
def lead_client() -> Client:
    return staff_client(make_person(Role.DATA_PROTECTION_LEAD))


def ask_at(review) -> str:
    query = f"?kind={review._meta.label_lower}&object_id={review.pk}"
    return reverse("admin:common_purge_add") + query


def ask(client: Client, review, **changed: str):
    data = {"text": NAME, "why": WHY, "kind": "reviews.casereview", "object_id": review.pk}
    return client.post(ask_at(review), data | changed, follow=True)


def page_of(client: Client, purge: Purge) -> str:
    return client.get(reverse("admin:common_purge_change", args=[purge.pk])).content.decode()


def end(client: Client, purge: Purge, act: str = "carry_out"):
    return client.post(reverse(f"admin:common_purge_{act}", args=[purge.pk]), follow=True)


def test_editor_asks_and_the_lead_carries_it_out(editor_client, lead_client, review):
    page = editor_client.get(admin_address(review, "history", review.pk)).content.decode()
    assert ask_at(review).replace("&", "&amp;") in page
    assert "cannot be undone" in editor_client.get(ask_at(review)).content.decode()
    ask(editor_client, review)
    purge = Purge.objects.get()
    assert "a second person has to carry it out" in page_of(editor_client, purge)
    page = page_of(lead_client, purge)
    assert f"<li>{NAME}</li>" in page
    assert "They stand in 1 place of the history now" in page
    assert "Carried out. Places replaced: 1." in end(lead_client, purge).content.decode()
    assert "estington" not in str(list(HistoryEntry.objects.values_list("content")))
    assert NAME not in page_of(lead_client, purge)


def test_wrong_words_are_told_and_nothing_typed_is_lost(editor_client, review):
    page = ask(editor_client, review, text="Somebody Else").content.decode()
    assert "do not stand in its history" in page
    assert "Somebody Else" in page
    page = ask(editor_client, review, kind="reviews.nothing").content.decode()
    assert "Begin at the history" in page
    assert "This field is required" in ask(editor_client, review, why="").content.decode()
    assert not Purge.objects.exists()


def test_two_editors_are_not_enough(editor_client, second_editor, review):
    ask(editor_client, review)
    page = end(staff_client(second_editor), Purge.objects.get()).content.decode()
    assert "One of the two people has to be the data-protection lead." in page
    assert Purge.objects.get().state == Purge.State.OPEN


def test_what_the_lead_asks_for_an_editor_carries_out(editor_client, lead_client, review):
    ask(lead_client, review)
    end(editor_client, Purge.objects.get())
    assert Purge.objects.get().state == Purge.State.DONE


def test_either_drops_it(editor_client, review):
    ask(editor_client, review)
    assert "Dropped." in end(editor_client, Purge.objects.get(), "drop").content.decode()
    assert "Dropped" in editor_client.get(reverse("admin:common_purge_changelist")).content.decode()


def test_others_have_no_part_in_it(superuser, editor_client, review):
    ask(editor_client, review)
    client, purge = staff_client(superuser), Purge.objects.get()
    assert client.get(ask_at(review)).status_code == 403
    assert client.get(reverse("admin:common_purge_changelist")).status_code == 403
    assert end(client, purge).status_code == 403
    assert end(client, purge, "drop").status_code == 403


def test_it_begins_at_a_history(editor_client):
    assert editor_client.get(reverse("admin:common_purge_add")).status_code == 403
