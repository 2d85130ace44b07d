"""From what came out to an edition that goes out, through the admin."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from reviews.models import ResearchMessage
from tests.factories import make_briefing, make_event, make_review
from tests.factories.admin import add, admin_address, change, press
from tests.factories.bulletin import make_subscriber
from tests.factories.editions import draft_about, edition_about, make_section
from tests.factories.forms import fill_in_and_send, values_of
from tests.factories.outbox import mails_to
from tscb.bulletin.models import Delivery, Edition
from tscb.common.models import OutgoingMail
from tscb.common.publishing import content, history
from tscb.common.publishing.history import HistoryEntry
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db


def text(client, item, page: str) -> str:
    args = [item.pk] if isinstance(item, Model) else []
    response = client.get(admin_address(item, page, *args))
    assert response.status_code == 200, page
    return " ".join(response.content.decode().split())


def headings(edition: Edition) -> list[str]:
    return list(edition.items.values_list("heading", flat=True))


def test_new_edition_is_made_of_what_came_out_since_the_last(editor_client):
    """Reviews first, then briefings, events to come and research; nothing twice, nothing hidden."""
    then = timezone.now() - timedelta(days=30)
    old, told = make_review(published_at=then - timedelta(days=9)), make_review()
    edition_about(told, number=31, published_at=then)
    review, briefing, event = make_review(), make_briefing(), make_event()
    make_review(status=Status.DRAFT, title="A draft")
    make_event(is_restricted=True, title="By invitation")
    research = ResearchMessage.objects.create(title="Babies", summary="**See** them.", link="x")
    add(editor_client, Edition)
    edition = Edition.objects.get(number=32)
    assert headings(edition) == [review.title, briefing.title, event.title, research.title]
    assert edition.items.get(research=research).text == "**See** them."
    assert edition.month == timezone.localdate().replace(day=1)
    assert old.title not in headings(edition)
    assert [one.event for one in HistoryEntry.objects.of(edition)] == ["Written"]


def test_first_edition_may_have_any_number(editor_client):
    page = text(editor_client, Edition, "add")
    assert 'name="number" value="1"' in page
    assert "Nothing came out." in page
    add(editor_client, Edition, number="32", month="2018-10-17", title="Begun elsewhere")
    assert str(Edition.objects.get()) == "Edition 32, October 2018"
    assert 'name="number" value="33"' in text(editor_client, Edition, "add")


def test_looking_again_adds_what_is_new_and_keeps_what_staff_wrote(editor_client):
    review = make_review()
    add(editor_client, Edition)
    edition = Edition.objects.get()
    edition.items.update(heading="In our words", text="Shorter.")
    event = make_event(title="A learning circle")
    assert review.title not in text(editor_client, edition, "news")
    address = admin_address(edition, "news", edition.pk)
    fill_in_and_send(editor_client, address, "news_form", {})
    fill_in_and_send(editor_client, address, "news_form", {"taken": [f"event-{event.pk}"]})
    assert headings(edition) == ["In our words", "A learning circle"]
    assert "Nothing else came out" in text(editor_client, edition, "news")


@pytest.mark.parametrize("page", ["add", "news"])
def test_what_came_out_while_the_page_was_open_is_offered_by_the_next_edition(editor_client, page):
    form, address = "edition_form", admin_address(Edition, "add")
    make_review()
    if page == "news":
        form, address = "news_form", admin_address(draft := draft_about(), "news", draft.pk)
    typed = values_of(editor_client.get(address), form)
    since = make_review(published_at=timezone.now())
    editor_client.post(address, typed)
    assert Edition.objects.get().news_until < since.published_at
    assert since.title in text(editor_client, Edition, "add")


def test_what_comes_out_is_offered_whatever_moment_a_browser_tells(editor_client):
    add(editor_client, Edition, offered_at="2100-01-01T00:00:00+00:00")
    assert Edition.objects.get().news_until <= timezone.now()


def test_event_that_an_earlier_edition_told_of_is_offered_unticked(editor_client):
    edition_about(make_event(title="Still to come"), number=4)
    page = text(editor_client, Edition, "add")
    assert "Learning event: Still to come (an earlier edition told of it)" in page
    add(editor_client, Edition)
    assert headings(Edition.objects.get(number=5)) == []


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"items-0-link": "http://plain.example/"}, "is no address"),
        ({"items-0-link": "//other.example/"}, "is no address"),
        ({"items-0-link": "/case-reviews/never-there/"}, "leads to nothing that the public sees"),
        ({"items-0-text": "[here](/panel/)"}, "leads to a page for staff alone"),
        ({"introduction": "[here](/nowhere/at/all/)"}, "leads to nothing that the public sees"),
        ({"items-1-link": "/briefings/"}, "links to what it is about already"),
    ],
)
def test_link_that_leads_nowhere_is_refused(editor_client, fields, sentence):
    edition = draft_about(make_review())
    page = change(editor_client, edition, **fields).content.decode()
    assert sentence in page
    assert edition.items.first().text == "Five questions."


def test_sections_are_written_ordered_and_taken_out(editor_client):
    edition = draft_about(make_review())
    changed = {
        "items-0-order": "900", "items-0-link": "https://survey.example/five",
        "items-2-heading": "Procedures", "items-2-text": "The new chapter.", "items-2-order": "1",
    }  # fmt: skip
    change(editor_client, edition, **changed)
    assert headings(edition)[::2] == ["Procedures", "A survey"]
    change(editor_client, edition, **{"items-0-DELETE": "on"})
    assert "Procedures" not in headings(edition)
    assert HistoryEntry.objects.of(edition).versions().count() == 3


def test_previews_show_the_draft_and_a_test_goes_to_the_editor_alone(editor, editor_client):
    make_subscriber()
    review = make_review()
    edition = draft_about(review)
    for page in ("preview", "letter", "text"):
        assert review.title in text(editor_client, edition, page)
    response = editor_client.get(admin_address(edition, "letter", edition.pk))
    assert "sandbox" in response["Content-Security-Policy"]
    assert "script" not in response["Content-Security-Policy"]
    assert editor_client.get(edition.get_absolute_url()).status_code == 404
    press(editor_client, edition, "test")
    (mail,) = mails_to(editor.email)
    assert mail.subject.startswith("Test: E-bulletin")
    assert OutgoingMail.objects.count() == 1


def test_edition_goes_out_once_to_all_who_want_it(client, editor_client):
    make_subscriber()
    make_subscriber(wants_bulletin=False)
    review = make_review()
    edition = draft_about(review)
    page = text(editor_client, edition, "check")
    assert "<strong>1 subscriber</strong> will get it" in page
    read_as = re.search(r'name="read_as" value="(\w+)"', page)[1]
    press(editor_client, edition, "publish", read_as=read_as)
    again = press(editor_client, edition, "publish", read_as=read_as).content.decode()
    assert "It has gone out already." in again
    assert Delivery.objects.filter(edition=edition).count() == 1
    assert review.title in client.get("/e-bulletin/").content.decode()
    assert review.title in client.get("/e-bulletin/feed/").content.decode()
    assert "gone out already" in text(editor_client, edition, "check")
    assert editor_client.get(admin_address(edition, "news", edition.pk)).status_code == 302
    assert [one.event for one in HistoryEntry.objects.of(edition)] == ["Published and sent"]


def test_what_was_changed_since_it_was_read_does_not_go_out(editor_client):
    edition = draft_about()
    page = press(editor_client, edition, "publish", read_as="another").content.decode()
    assert "Somebody changed it after you opened this page" in page
    edition.items.all().delete()
    assert "It says nothing yet" in press(editor_client, edition, "publish").content.decode()
    assert not Edition.objects.published().exists()


@pytest.mark.parametrize("words", ["He was born on 3.4.2019.", "NHS number 943 476 5919"])
def test_details_of_a_person_do_not_go_out(editor_client, words):
    edition = draft_about()
    make_section(edition, heading="A survey", text=words)
    assert "take it out" in text(editor_client, edition, "check")
    press(editor_client, edition, "publish")
    assert not Edition.objects.published().exists()


def test_whom_to_ask_and_where_to_come_may_stand(editor_client):
    edition = draft_about()
    make_section(edition, heading="Training", text="Ask 0161 496 0000 or t@board.example, M1 1AA.")
    press(editor_client, edition, "publish")
    assert Edition.objects.published().exists()


def test_correction_after_it_went_out_is_marked_and_checked(client, editor_client):
    edition = edition_about(make_review())
    number = edition.number
    change(editor_client, edition)
    assert "Corrected on" not in client.get(edition.get_absolute_url()).content.decode()
    refused = change(editor_client, edition, **{"items-0-text": "Born 3.4.2019"})
    assert "take it out" in refused.content.decode()
    change(editor_client, edition, **{"items-0-text": "Six questions."}, number="77")
    page = client.get(edition.get_absolute_url()).content.decode()
    assert "Six questions." in page
    assert "Corrected on" in page
    edition.refresh_from_db()
    assert edition.number == number
    delete = admin_address(edition, "delete", edition.pk)
    assert editor_client.get(delete).status_code == 403


def test_version_that_comes_back_is_a_correction_too(client, editor_client):
    edition = edition_about()
    change(editor_client, edition, **{"items-0-text": "Six questions."})
    first = HistoryEntry.objects.of(edition).versions().last()
    Edition.objects.update(corrected_at=None)
    version = admin_address(edition, "version", edition.pk, first.pk)
    editor_client.post(version)
    page = client.get(edition.get_absolute_url()).content.decode()
    assert "Five questions." in page
    assert "Corrected on" in page


@pytest.mark.parametrize("page", ["news", "version"])
def test_edition_is_locked_before_it_is_read_to_be_written(editor_client, page):
    """Who publishes it meanwhile waits, or was there first and is seen."""
    edition, event = draft_about(), make_event()
    found = history.record(edition, "Written", by=None, content=content.snapshot(edition))
    address = admin_address(edition, page, edition.pk, *([found.pk] * (page == "version")))
    with CaptureQueriesContext(connection) as asked:
        editor_client.post(address, {"taken": [f"event-{event.pk}"]})
    about = [one["sql"] for one in asked if '"bulletin_edition' in one["sql"]]
    first = next(number for number, sql in enumerate(about) if "FOR UPDATE" in sql)
    assert not any('"bulletin_editionitem"' in sql for sql in about[:first])


def test_version_with_details_of_a_person_does_not_come_back(editor_client):
    edition = edition_about()
    make_section(edition, heading="A survey", text="Born 3.4.2019")
    found = history.record(edition, "Written", by=None, content=content.snapshot(edition))
    edition.items.last().delete()
    version = admin_address(edition, "version", edition.pk, found.pk)
    page = editor_client.post(version, follow=True).content.decode()
    assert "take it out" in page
    assert edition.items.count() == 1
