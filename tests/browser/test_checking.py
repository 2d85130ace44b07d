"""The pages on which editors check, compare and decide, in a real browser."""

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page

from reviews.models import CaseReview
from tests.browser.accessibility import overflows, violations
from tests.factories import make_person, make_review, sign_in
from tests.factories.admin import admin_address, change, change_address
from tscb.board.roles import Role
from tscb.common.publishing.history import HistoryEntry

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def signed_in(window, live_server):
    """Opens a window in which an editor is signed in already."""

    def open_as_editor(width: int) -> Page:
        page = window(width=width)
        client = sign_in(Client(), make_person(Role.EDITOR))
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value}
        page.context.add_cookies([{**cookie, "url": live_server.url}])
        return page

    return open_as_editor


@pytest.fixture
def proposed() -> CaseReview:
    """A public review with a change that waits."""
    review = make_review(title="Old title")
    change(sign_in(Client(), make_person(Role.EDITOR)), review, title="New title")
    return review


@pytest.mark.parametrize("width", [320, 1280])
def test_pages_of_history_are_accessible(signed_in, live_server, proposed, width):
    page = signed_in(width)
    version = HistoryEntry.objects.of(proposed).first()
    for address in (
        admin_address(proposed, "history", proposed.pk),
        admin_address(proposed, "version", proposed.pk, version.pk),
    ):
        page.goto(live_server.url + address)
        assert violations(page) == []
        assert not overflows(page)


def test_second_editor_is_told_and_saves_anyway(signed_in, live_server, proposed):
    page = signed_in(1280)
    page.goto(live_server.url + change_address(proposed))
    page.get_by_label("Title:", exact=True).first.fill("Title of the second")
    change(sign_in(Client(), make_person(Role.EDITOR)), proposed, title="Title of the first")
    page.get_by_role("button", name="Save", exact=True).click()
    assert page.get_by_label("Title:", exact=True).first.input_value() == "Title of the second"
    assert "Title of the first" not in page.get_by_role("textbox").all_inner_texts()
    found = [one for one in violations(page) if "differences" in one or "save-mine" in one]
    assert found == []
    page.get_by_label("Save mine anyway").check()
    page.get_by_role("button", name="Save", exact=True).click()
    assert page.url.endswith(reverse("admin:reviews_casereview_changelist"))
    version = HistoryEntry.objects.of(proposed).first()
    assert version.content["fields"]["title"] == "Title of the second"
