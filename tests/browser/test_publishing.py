"""An editor writes and previews a case review, a second one checks it, and it is published; the
public sees it then, not before."""

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from tests.browser.accessibility import overflows, violations
from tests.browser.waiting import says_error
from tests.factories import make_person, make_review_type, sign_in
from tscb.board.roles import Role

TITLE = "Listening to young carers"


@pytest.fixture
def open_as_editor(window, live_server) -> Callable[[], Page]:
    """A window in which somebody else each time is signed in."""

    def opened() -> Page:
        client = sign_in(Client(), make_person(Role.EDITOR))
        page = window()
        key = client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": key, "url": live_server.url}])
        return page

    return opened


def write(page: Page, site: str) -> None:
    make_review_type("Learning Review")
    page.goto(f"{site}/admin/reviews/casereview/add/")
    assert violations(page) == []
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Please correct the errors below").first).to_be_visible()
    says_error(page)
    assert violations(page) == []
    page.locator("#id_title").fill(TITLE)
    page.keyboard.press("Tab")
    expect(page.locator("#id_slug")).to_have_value("listening-to-young-carers")
    page.locator("#id_review_type").select_option(label="Learning Review")
    page.locator("#id_summary").fill("What a child carried, and nobody asked.")
    page.locator("#id_what_happened").fill("A child looked after a parent for years.")
    page.locator("#id_learning_points-0-text, #id_learning-0-text").first.fill("Ask who cares.")
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.locator(".success")).to_contain_text("was added successfully")


def test_review_from_draft_to_the_public_and_back(open_as_editor, window, live_server):
    public, editor, second = window(width=320), open_as_editor(), open_as_editor()
    address = f"{live_server.url}/case-reviews/listening-to-young-carers/"
    write(editor, live_server.url)
    public.goto(address)
    expect(public.get_by_role("heading", name="Page not found")).to_be_visible()
    change = editor.url
    editor.get_by_role("link", name="Preview").click()
    expect(editor.get_by_role("heading", name=TITLE)).to_be_visible()
    assert violations(editor) == []
    second.goto(change)
    second.get_by_role("button", name="I have read it: checked").click()
    expect(second.locator(".success")).to_contain_text("hecked")
    editor.goto(change)
    editor.get_by_role("button", name="Publish now").click()
    expect(editor.locator(".success")).to_contain_text("Published")
    assert not overflows(editor)
    public.goto(address)
    expect(public.get_by_role("heading", name=TITLE)).to_be_visible()
    editor.get_by_role("button", name="Withdraw").click()
    expect(editor.locator(".success")).to_contain_text("Withdrawn")
    public.reload()  # a browser, too, may keep a page for a minute
    expect(public.get_by_role("heading", name="Page not found")).to_be_visible()
