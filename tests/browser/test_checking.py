"""The pages on which editors check, compare and decide, in a real browser."""

from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from reviews.models import CaseReview
from tests.browser.accessibility import faults, violations
from tests.browser.waiting import ends_at, says_error
from tests.factories import make_document, make_person, make_review, sign_in
from tests.factories.admin import admin_address, change, change_address
from tscb.board.roles import Role
from tscb.common.publishing.history import HistoryEntry

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def proposed() -> CaseReview:
    """A public review with a change that waits."""
    review = make_review(title="Old title")
    change(sign_in(Client(), make_person(Role.EDITOR)), review, title="New title")
    return review


def test_pages_of_history_are_accessible(signed_in, live_server, proposed):
    page = signed_in()
    version = HistoryEntry.objects.of(proposed).first()
    for address in (
        admin_address(proposed, "history", proposed.pk),
        admin_address(proposed, "version", proposed.pk, version.pk),
    ):
        page.goto(live_server.url + address)
        assert faults(page) == []


def test_second_editor_is_told_and_saves_anyway(signed_in, live_server, proposed):
    page = signed_in()
    page.goto(live_server.url + change_address(proposed))
    page.get_by_label("Title:", exact=True).first.fill("Title of the second")
    change(sign_in(Client(), make_person(Role.EDITOR)), proposed, title="Title of the first")
    page.get_by_role("button", name="Save", exact=True).click()
    says_error(page)
    expect(page.get_by_label("Title:", exact=True).first).to_have_value("Title of the second")
    assert "Title of the first" not in page.get_by_role("textbox").all_inner_texts()
    assert faults(page) == []
    page.get_by_label("Save mine anyway").check()
    page.get_by_role("button", name="Save", exact=True).click()
    ends_at(page, reverse("admin:reviews_casereview_changelist"))
    version = HistoryEntry.objects.of(proposed).first()
    assert version.content["fields"]["title"] == "Title of the second"


def test_earlier_version_is_brought_back(signed_in, live_server, proposed):
    page = signed_in(1280)
    page.goto(live_server.url + admin_address(proposed, "history", proposed.pk))
    page.get_by_role("link", name="See what changed").last.click()
    expect(page.get_by_text("This is the first version kept.")).to_be_visible()
    page.get_by_role("button", name="Bring this version back").click()
    expect(page.get_by_text("The version was brought back as a new one.")).to_be_visible()
    assert violations(page) == []
    expect(page.get_by_label("Title:", exact=True).first).to_have_value("Old title")


def test_change_that_waits_is_read_and_made_public(signed_in, window, live_server, proposed):
    page, public = signed_in(), window()
    page.goto(live_server.url + change_address(proposed))
    expect(page.get_by_text("the public does not see it yet")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("link", name="See what changed").click()
    expect(page.locator(".differences ins").first).to_have_text("New ")
    page.go_back()
    page.get_by_role("button", name="I have read the change: make it public").click()
    expect(page.get_by_text("Change checked: the public sees it now")).to_be_visible()
    public.goto(live_server.url + proposed.get_absolute_url())
    expect(public.get_by_role("heading", level=1)).to_have_text("New title")


def test_change_that_waits_is_dropped(signed_in, live_server, proposed):
    page = signed_in(1280)
    page.goto(live_server.url + change_address(proposed))
    page.get_by_role("button", name="Drop the change").click()
    expect(page.get_by_text("Change dropped; it stays in the history")).to_be_visible()
    expect(page.get_by_label("Title:", exact=True).first).to_have_value("Old title")
    assert violations(page) == []


def test_preview_link_opens_without_an_account_until_it_is_ended(
    signed_in, window, live_server, proposed
):
    page, guest = signed_in(), window()
    page.goto(live_server.url + change_address(proposed))
    page.get_by_role("button", name="Make a preview link").click()
    said = page.locator(".success").inner_text()
    address = said.split(" 72 hours: ")[1].strip()
    guest.goto(live_server.url + urlsplit(address).path)
    expect(guest.get_by_role("heading", level=1)).to_have_text("New title")
    assert faults(guest) == []
    page.get_by_role("button", name="End the preview link").click()
    expect(page.get_by_text("The preview link has ended").first).to_be_visible()
    guest.reload()
    expect(guest.get_by_text("This preview link has ended.")).to_be_visible()
    assert violations(guest) == []


def test_list_and_documents_of_a_page_are_accessible(signed_in, live_server, proposed):
    make_document(proposed, taken_off=True)
    make_document(proposed, title="A report with a title that is longer than most of them are")
    page = signed_in()
    document = proposed.documents.get(taken_off=True)
    for address in (
        admin_address(proposed, "changelist"),
        change_address(proposed),
        admin_address(proposed, "document", proposed.pk, document.pk),
    ):
        page.goto(live_server.url + address)
        assert faults(page) == []
