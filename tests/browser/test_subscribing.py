"""Somebody asks for letters, confirms by the link in the mail, changes what they get, and leaves.
With axe, with errors, narrow.
"""

from playwright.sync_api import expect

from tests.browser.accessibility import faults, violations
from tests.factories import make_review, make_theme
from tests.factories.outbox import link_in, mails_to
from tscb.bulletin.models import Subscriber

ME = "pat.practitioner@sample.example"


def test_somebody_subscribes_to_a_theme_and_leaves(window, live_server, transactional_db):
    make_review().themes.add(make_theme("Neglect"))
    page = window()
    page.goto(f"{live_server.url}/themes/neglect/")
    page.get_by_role("link", name="Get a message when there is something new on Neglect").click()
    expect(page.get_by_label("Neglect")).to_be_checked()
    assert faults(page) == []
    page.get_by_role("button", name="Send me a link to confirm").click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    assert faults(page) == []
    page.get_by_label("Your work email address").fill(ME)
    page.get_by_role("button", name="Send me a link to confirm").click()
    expect(page.get_by_role("heading", name="Check your email")).to_be_visible()
    assert violations(page) == []
    page.goto(live_server.url + link_in(mails_to(ME)[0], "/e-bulletin/mine/"))
    assert faults(page) == []
    page.get_by_role("button", name="Yes, send me this").click()
    expect(page.get_by_text("You get nothing yet")).to_have_count(0)
    page.get_by_role("link", name="Change what you get").click()
    page.get_by_label("Every theme").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Every theme")).to_be_visible()
    page.goto(f"{live_server.url}/e-bulletin/stop/alerts/{Subscriber.objects.get().key}/")
    assert violations(page) == []
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("You get nothing from us with this link")).to_be_visible()
    assert violations(page) == []
    assert not Subscriber.objects.exists()
