"""What one editor writes reaches the public only through a second one."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from reviews.models import CaseReview
from tests.factories import download, make_person, make_review, picture, sign_in
from tests.factories.admin import add, admin_address, change, change_address, press, upload
from tests.factories.files import pdf
from tests.integration.reviews.test_editing import typed
from tscb.board.roles import Role
from tscb.common.publishing import proposals
from tscb.common.publishing.history import HistoryEntry
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
FILE = "documents-0-original"


@pytest.fixture
def second_client(second_editor) -> Client:
    return sign_in(Client(), second_editor)


def public_page(review: CaseReview) -> str:
    return Client().get(review.get_absolute_url()).content.decode()


def again(review: CaseReview) -> CaseReview:
    return CaseReview.objects.get(pk=review.pk)


def propose(client: Client, review: CaseReview, **changes) -> CaseReview:
    change(client, review, **(changes or {"title": "A proposed title"}))
    return again(review)


def test_way_of_a_review_to_the_public(editor, editor_client, second_editor, second_client):
    add(editor_client, CaseReview, **typed())
    review = CaseReview.objects.get()
    assert (review.status, review.edited_by) == (Status.DRAFT, editor)
    refused = press(editor_client, review, "check").content.decode()
    assert "a second person has to check it" in refused
    press(second_client, review, "check")
    assert (again(review).status, again(review).checked_by) == (Status.CHECKED, second_editor)
    press(editor_client, review, "publish")
    assert "Sharing information about adolescents" in public_page(review)


def test_draft_is_not_published_unchecked(editor_client):
    review = make_review(status=Status.DRAFT)
    page = press(editor_client, review, "publish").content.decode()
    assert "A second person has to check it before it is published." in page
    assert again(review).status == Status.DRAFT


@pytest.mark.parametrize("status", [Status.CHECKED, Status.WITHDRAWN])
def test_edit_of_what_is_not_public_makes_it_a_draft(status, editor, editor_client):
    review = make_review(status=status)
    change(editor_client, review, title="Another title")
    assert (again(review).status, again(review).title) == (Status.DRAFT, "Another title")
    assert (again(review).edited_by, again(review).checked_by) == (editor, None)


def test_edit_of_what_is_scheduled_takes_it_off_the_schedule(editor_client):
    review = make_review(published_at=timezone.now() + timedelta(days=2))
    page = change(editor_client, review, title="Another title").content.decode()
    assert "It is a draft again" in page
    assert (again(review).status, again(review).published_at) == (Status.DRAFT, None)


def test_saving_without_a_change_keeps_the_check(editor_client):
    review = make_review(status=Status.CHECKED)
    change(editor_client, review)
    assert again(review).status == Status.CHECKED
    assert not HistoryEntry.objects.of(review).exists()


def test_public_goes_on_seeing_the_page_as_it_was(editor_client):
    review = make_review(title="The title", learning=["One", "Two"])
    changes = {"title": "A proposed title", "learning_points-1-DELETE": "on"}
    page = change(editor_client, review, **changes).content.decode()
    assert "The public goes on seeing the page as it was" in page
    assert again(review).title == "The title"
    assert "Two" in public_page(review)
    assert "A proposed title" not in public_page(review)


def test_proposal_is_what_editors_go_on_from(editor_client, second_client):
    review = propose(editor_client, make_review(learning=["One"]), title="A proposed title")
    page = second_client.get(change_address(review)).content.decode()
    assert 'value="A proposed title"' in page
    new_point = {"learning_points-1-text": "Added by the second", "learning_points-1-order": "2"}
    review = propose(second_client, review, **new_point)
    assert review.proposed.content["fields"]["title"] == "A proposed title"
    third = sign_in(Client(), make_person(Role.EDITOR))
    change(third, review, **{"learning_points-1-text": "Changed by the third"})
    press(editor_client, review, "accept")
    assert again(review).title == "A proposed title"
    texts = [point.text for point in review.learning_points.all()]
    assert texts == ["One", "Changed by the third"]


def test_accepted_proposal_is_public(editor, editor_client, second_editor, second_client):
    review = propose(editor_client, make_review())
    assert "You wrote this last" in press(editor_client, review, "accept").content.decode()
    press(second_client, review, "accept")
    assert "A proposed title" in public_page(review)
    people = (again(review).edited_by, again(review).checked_by, again(review).proposed)
    assert people == (editor, second_editor, None)


def test_proposal_that_lacks_what_a_page_needs_is_not_accepted(editor_client, second_client):
    review = propose(editor_client, make_review(), what_happened="")
    page = press(second_client, review, "accept").content.decode()
    assert "Say what happened before publishing." in page
    assert again(review).what_happened
    assert again(review).proposed


def test_dropped_proposal_stays_in_the_history(editor_client, second_client):
    review = propose(editor_client, make_review(title="The title"))
    press(second_client, review, "drop")
    assert (again(review).proposed, again(review).title) == (None, "The title")
    versions = HistoryEntry.objects.of(review).versions()
    assert versions.filter(content__fields__title="A proposed title").exists()


def test_proposal_taken_back_by_hand_is_none(editor_client):
    review = propose(editor_client, make_review(title="The title"))
    change(editor_client, review, title="The title")
    assert again(review).proposed is None


def test_withdrawn_page_goes_on_from_its_proposal(editor, editor_client, second_client):
    review = propose(editor_client, make_review())
    press(second_client, review, "withdraw")
    assert (again(review).title, again(review).proposed) == ("A proposed title", None)
    assert (again(review).status, again(review).edited_by) == (Status.WITHDRAWN, editor)
    press(editor_client, review, "take_up")
    assert "a second person" in press(editor_client, review, "check").content.decode()


@pytest.mark.parametrize("action", [proposals.accept, proposals.drop])
def test_without_a_proposal_there_is_nothing_to_decide(action, editor):
    with pytest.raises(ValidationError, match="no change that waits"):
        action(item=make_review(), by=editor)


def test_preview_shows_the_proposal_with_its_cover(editor_client):
    cover = {"new_cover": upload("photo.jpg", picture(400, 300)), "cover_alt": "A bench."}
    review = propose(editor_client, make_review(), title="A proposed title", **cover)
    at = change_address(review).replace("change", "preview")
    assert "A proposed title" in editor_client.get(at).content.decode()
    assert download(editor_client, f"{at}cover/400")[0].status_code == 200
    assert Client().get(f"{review.get_absolute_url()}cover/400").status_code == 404


def test_page_says_who_wrote_and_who_has_to_check(editor_client, second_client):
    review = make_review(status=Status.DRAFT)
    change(editor_client, review, title="Another title")
    assert "You wrote this last" in editor_client.get(change_address(review)).content.decode()
    assert "I have read it: checked" in second_client.get(change_address(review)).content.decode()


@pytest.mark.parametrize(("status", "button"), [("draft", "check"), ("published", "accept")])
def test_second_person_checks_what_they_have_read(editor_client, second_client, status, button):
    review = make_review(status=status)
    review = propose(editor_client, review)
    form = f'action="../{button}/"'
    page = second_client.get(change_address(review)).content.decode().partition(form)[2]
    read = re.findall(r'name="opened" value="([^"]+)"', page)[0]
    change(editor_client, again(review), title="Slipped in meanwhile")
    page = press(second_client, review, button, opened=read).content.decode()
    assert "Somebody changed it after you opened this page" in page
    assert (again(review).status, again(review).checked_by) == (status, None)
    assert "Slipped in" not in Client().get("/case-reviews/").content.decode()
    change(editor_client, again(review), title="A proposed title")
    press(second_client, review, button, opened=read)
    assert again(review).checked_by


def test_second_person_signs_off_the_copy_that_they_have_read(editor_client, second_client):
    review = make_review(status=Status.DRAFT)
    change(editor_client, review, **{FILE: upload(), "documents-0-title": "Report"})
    address = admin_address(review, "document", review.pk, review.documents.get().pk)
    page = second_client.get(address).content.decode()
    read = re.findall(r'name="read" value="([^"]+)"', page)[0]
    change(editor_client, again(review), **{FILE: upload(content=pdf("Slipped in"))})
    sign_off = {"act": "release", "read": read}
    page = second_client.post(address, sign_off, follow=True).content.decode()
    assert "is another copy since you opened its check" in page
    assert review.documents.get().released_at is None
