"""Two editors on one review: the second is told who changed what, and loses nothing typed."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from reviews.models import CaseReview
from tests.factories import make_document, make_person, make_review, sign_in
from tests.factories.admin import change, change_address
from tests.factories.forms import values_of
from tscb.board.roles import Role
from tscb.common.publishing.history import HistoryEntry
from tscb.common.publishing.models import Status

FORM = "casereview_form"


@pytest.fixture
def second_client(second_editor) -> Client:
    return sign_in(Client(), second_editor)


def opened(client: Client, review: CaseReview) -> dict:
    return values_of(client.get(change_address(review)), FORM)


def send(client: Client, review: CaseReview, values: dict):
    return client.post(change_address(review), values, follow=True)


def conflicting(editor_client, second_client, review: CaseReview, theirs: dict, mine: dict):
    """Both open the page; the first saves; what the second gets back."""
    values = opened(second_client, review)
    change(editor_client, review, **theirs)
    return send(second_client, review, {**values, **mine})


@pytest.mark.django_db
@pytest.mark.parametrize("status", [Status.DRAFT, Status.PUBLISHED])
def test_second_is_told_who_changed_what_and_keeps_what_was_typed(
    status, editor, editor_client, second_client
):
    review = make_review(status=status, title="Old title", learning=["One"])
    theirs = {"title": "Title of the first"}
    mine = {"title": "Title of the second", "learning_points-0-text": "Typed by the second"}
    page = conflicting(editor_client, second_client, review, theirs, mine).content.decode()
    assert f"{editor.email} saved this page at" in page
    assert "<del>Old title</del><ins>Title of the first</ins>" in page
    assert 'value="Title of the second"' in page
    assert "Typed by the second" in page
    assert [one.text for one in review.learning_points.all()] == ["One"]
    last = HistoryEntry.objects.of(review).versions().first()
    assert last.content["fields"]["title"] == "Title of the first"


@pytest.mark.django_db
@pytest.mark.parametrize("status", [Status.DRAFT, Status.PUBLISHED])
def test_save_mine_anyway(status, editor_client, second_editor, second_client):
    review = make_review(status=status, title="Old title")
    theirs, mine = {"title": "Title of the first"}, {"title": "Title of the second"}
    page = conflicting(editor_client, second_client, review, theirs, mine)
    assert "save_mine" not in values_of(page, FORM)
    choice = page.context["conflict"].now
    send(second_client, review, {**values_of(page, FORM), "save_mine": choice})
    last = HistoryEntry.objects.of(review).versions().first()
    assert (last.content["fields"]["title"], last.by) == ("Title of the second", second_editor)
    titles = {entry.content["fields"]["title"] for entry in HistoryEntry.objects.of(review)}
    assert titles == {"Old title", "Title of the first", "Title of the second"}


@pytest.mark.django_db
def test_saving_again_without_the_choice_is_refused_again(editor_client, second_client):
    review = make_review(status=Status.DRAFT)
    page = conflicting(editor_client, second_client, review, {"title": "A"}, {"title": "B"})
    again = send(second_client, review, values_of(page, FORM))
    assert again.context["conflict"]
    assert CaseReview.objects.get().title == "A"


@pytest.mark.django_db
def test_choice_holds_only_for_what_the_editor_has_seen(editor_client, second_client):
    review = make_review(status=Status.DRAFT)
    page = conflicting(editor_client, second_client, review, {"title": "A"}, {"title": "B"})
    change(editor_client, review, title="C")
    choice = {"save_mine": page.context["conflict"].now}
    assert send(second_client, review, {**values_of(page, FORM), **choice}).context["conflict"]
    assert CaseReview.objects.get().title == "C"


@pytest.mark.django_db
def test_row_that_the_first_removed_comes_back_with_mine(editor_client, second_client):
    review = make_review(status=Status.DRAFT, learning=["One", "Two"])
    theirs = {"learning_points-1-DELETE": "on"}
    page = conflicting(editor_client, second_client, review, theirs, {"title": "B"})
    assert "Two" in page.content.decode()
    choice = {"save_mine": page.context["conflict"].now}
    send(second_client, review, {**values_of(page, FORM), **choice})
    assert [point.text for point in review.learning_points.all()] == ["One", "Two"]


@pytest.mark.django_db
def test_changed_documents_are_a_conflict_too(editor_client, second_client):
    review = make_review(status=Status.DRAFT)
    make_document(review, title="Overview report")
    theirs, mine = {"documents-0-title": "Of the first"}, {"documents-0-title": "Of the second"}
    page = conflicting(editor_client, second_client, review, theirs, mine)
    assert page.context["conflict"]
    assert review.documents.get().title == "Of the first"


@pytest.mark.django_db
def test_change_past_the_admin_is_a_conflict_as_well(editor_client):
    review = make_review(status=Status.DRAFT)
    values = opened(editor_client, review)
    CaseReview.objects.update(title="Written with a database tool")
    page = send(editor_client, review, {**values, "title": "Mine"}).content.decode()
    assert "Somebody saved this page, while you were writing." in page
    assert 'value="Mine"' in page


@pytest.mark.django_db
def test_check_in_between_is_no_conflict(editor_client, second_client):
    review = make_review(status=Status.DRAFT)
    values = opened(editor_client, review)
    second_client.post(change_address(review).replace("change", "check"))
    send(editor_client, review, {**values, "title": "Mine"})
    assert CaseReview.objects.get().title == "Mine"
    assert CaseReview.objects.get().status == Status.DRAFT


@pytest.mark.django_db(transaction=True)
def test_two_editors_save_in_the_same_moment():
    review = make_review(status=Status.DRAFT)
    clients = [sign_in(Client(), make_person(Role.EDITOR)) for _ in range(2)]
    forms = [opened(client, review) for client in clients]

    def save(number: int) -> bool:
        try:
            typed = {**forms[number], "title": f"Title {number}"}
            # What it was drawn from is noted for both clients, whichever page it was.
            return 'id="conflict"' in send(clients[number], review, typed).content.decode()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        refused = list(pool.map(save, range(2)))
    assert sorted(refused) == [False, True]
    assert CaseReview.objects.get().title == f"Title {refused.index(False)}"
