"""An editor composes an edition, looks at it as page and mail, and sends it. With axe, narrow."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import faults, violations
from tests.factories import make_briefing, make_event, make_review
from tests.factories.bulletin import make_subscriber
from tscb.board import facts
from tscb.bulletin.models import Delivery, Edition


@pytest.fixture
def news(transactional_db: None):
    facts.set_up()
    make_subscriber()
    make_event(title="A learning circle")
    return make_review(title="Seeing the baby"), make_briefing(title="Unseen men")


def test_edition_is_composed_seen_and_sent(signed_in, live_server, news):
    page = signed_in()
    page.goto(f"{live_server.url}/admin/bulletin/edition/add/")
    page.get_by_label("Number").fill("32")
    page.get_by_label("Learning event: A learning circle").uncheck()
    assert violations(page) == []
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("The edition is a draft.")).to_be_visible()
    page.locator("#id_items-0-heading").fill("Seeing the baby, a new review")
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.get_by_text("was changed successfully")).to_be_visible()
    assert violations(page) == []
    edition = Edition.objects.get(number=32)
    page.goto(f"{live_server.url}/admin/bulletin/edition/{edition.pk}/letter/")
    expect(page.get_by_role("heading", name="Seeing the baby, a new review")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "18px"
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{live_server.url}/admin/bulletin/edition/{edition.pk}/check/")
    expect(page.get_by_text("1 subscriber")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="I have read it").click()
    expect(page.get_by_text("Published: it stands in the archive")).to_be_visible()
    assert Delivery.objects.filter(edition=edition).count() == 1
    page.goto(f"{live_server.url}/e-bulletin/")
    assert faults(page) == []
    page.get_by_role("link", name="What is new in").click()
    expect(page.get_by_role("heading", name="Seeing the baby, a new review")).to_be_visible()
    assert faults(page) == []
