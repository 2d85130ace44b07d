"""Somebody books a learning event, confirms by the link in the mail, and cancels. With axe, with
errors, narrow.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import faults, violations
from tests.factories import make_event
from tests.factories.events import mailed_link, make_booking
from tscb.board import facts
from tscb.events.models import Booking

ME = "pat.practitioner@sample.example"


@pytest.fixture
def event(transactional_db: None):
    facts.set_up()
    return make_event(title="Seeing the baby", is_online=True, asks_access_needs=True)


def test_somebody_books_confirms_and_cancels(window, live_server, event):
    page = window()
    page.goto(f"{live_server.url}/learning-events/")
    assert faults(page) == []
    page.get_by_role("link", name="Seeing the baby").click()
    expect(page.get_by_role("link", name="Add it to your calendar")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Book a place").click()
    page.get_by_role("button", name="Ask for a place").click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    assert faults(page) == []
    page.get_by_label("Your name").fill("Pat Practitioner")
    page.get_by_label("Your work email address").fill(ME)
    page.get_by_label("Another agency or service").check()
    page.get_by_label("Name of the agency or service").fill("Sample Choir")
    page.get_by_role("button", name="Ask for a place").click()
    expect(page.get_by_role("heading", name="Check your email")).to_be_visible()
    assert violations(page) == []
    page.goto(live_server.url + mailed_link(ME))
    page.get_by_role("button", name="Confirm this booking").click()
    expect(page.get_by_text("Booked", exact=True)).to_be_visible()
    assert faults(page) == []
    page.get_by_role("link", name=re.compile("^Cancel")).click()
    page.get_by_role("button", name="Cancel my booking").click()
    expect(page.get_by_text("You have no booking of an event to come.")).to_be_visible()
    assert not Booking.objects.exists()


def test_staff_see_who_comes(signed_in, live_server, event):
    make_booking(event)
    page = signed_in()
    page.goto(f"{live_server.url}/admin/events/learningevent/{event.pk}/people/")
    expect(page.get_by_role("heading", name="Bookings")).to_be_visible()
    assert faults(page) == []
