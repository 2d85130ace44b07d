"""The whole way: a referral is sent, put before the panel, recommended on and decided. Its review
is compared by the safety gate, held back, let go, checked by a second editor, and read by all.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from playwright.sync_api import Page, expect

from referrals import facts
from referrals.deciding.criteria import UNTIL_2018
from referrals.models import Referral, ReviewPlan
from reviews import facts as reviews_facts
from reviews.models import CaseReview
from tests.browser.accessibility import DESK, faults, violations
from tests.browser.waiting import says_error
from tests.factories.meetings import a_meeting
from tests.factories.referrals import filled_in
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people(signed_in: Callable[..., Page]) -> dict[str, Page]:
    """Everybody at a desk of their own."""
    facts.set_up()
    reviews_facts.set_up()
    roles = {"coordinator": Role.COORDINATOR, "member": Role.PANEL_MEMBER}
    roles |= {"chair": Role.INDEPENDENT_CHAIR, "editor": Role.EDITOR, "second": Role.EDITOR}
    return {name: signed_in(DESK, role) for name, role in roles.items()}


def last_name() -> str:
    return Referral.objects.get().answers["children"][0]["child_last_name"]


def press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).click()


def day(page: Page, field: str, of: Any) -> None:
    for part, typed in (("day", of.day), ("month", of.month), ("year", of.year)):
        page.fill(f"#id_{field}_{part}", str(typed))


def send_referral(page: Page, site: str) -> None:
    client = Client()
    filled_in(client)
    token = client.cookies["referral_draft"].value
    page.context.add_cookies([{"name": "referral_draft", "value": token, "url": site}])
    page.goto(f"{site}/refer/check/")
    page.locator("[name=declaration]").check()
    press(page, "Send the referral")
    expect(page.get_by_text(Referral.objects.get().reference).first).to_be_visible()


def recommend(page: Page, case: str) -> None:
    meeting = a_meeting(localdate())
    page.goto(f"{case}meeting/")
    page.locator(f"[name=meeting][value='{meeting.pk}']").check()
    press(page, "Put on its agenda")
    expect(page.get_by_text("It is on the agenda")).to_be_visible()
    page.goto(f"{case}decision/recommendation/")
    page.fill("#id_rationale", "Three agencies knew a part each")
    press(page, "Recommend to the chair")
    says_error(page)
    assert faults(page) == []
    page.locator("[name=era][value='2015']").check()
    for one in UNTIL_2018.criteria:
        page.locator(f"[name=limb_{one.key}][value=yes]").check()
        page.fill(f"#id_why_{one.key}", "The referral says so")
    page.locator("[name=conclusion][value=type-serious-case-review]").check()
    for name in ("learning", "family", "media"):
        page.fill(f"#id_{name}", "It stands in the minutes")
    press(page, "Recommend to the chair")
    expect(page.get_by_text("is with the independent chair")).to_be_visible()


def decide(page: Page, case: str) -> None:
    page.goto(f"{case}decision/decide/")
    assert violations(page) == []
    page.locator("[name=agrees][value=yes]").check()
    page.fill("#id_reasons", "The criteria are met")
    page.locator("[name=to_tell][value=national-panel]").check()
    page.fill("#id_next_steps", "Appoint a reviewer")
    press(page, "Decide")
    expect(page.get_by_text("The case is decided")).to_be_visible()


def begin_review(page: Page, case: str) -> None:
    page.goto(f"{case}review/")
    press(page, "Begin the review")
    expect(page.get_by_text("A draft waits for editors")).to_be_visible()
    page.goto(f"{case}review/hold-back/")
    page.fill("#id_why", "A trial is open")
    day(page, "look_again_on", localdate() + timedelta(days=30))
    press(page, "Keep")
    expect(page.get_by_text("Until it is lifted")).to_be_visible()
    assert faults(page) == []


def write_review(page: Page, change: str) -> None:
    page.goto(change)
    page.locator("#id_summary").fill("What agencies knew, and did not tell each other.")
    page.locator("#id_what_happened").fill(f"The agencies knew the family {last_name()}.")
    page.locator("#id_learning_points-0-text").fill("Ask, and tell.")
    page.locator("#id_recommendations-0-text").fill("Agree on one plan.")
    press(page, "Save and continue editing")
    expect(page.locator(".success")).to_contain_text("changed successfully")


def check_it(second: Page, editor: Page, change: str) -> None:
    """The gate finds the name; without it a second person says that it is well."""
    second.goto(change)
    press(second, "I have read it: checked")
    expect(second.get_by_text("from the referral").first).to_be_visible()
    editor.goto(change)
    editor.locator("#id_what_happened").fill("Each agency knew a part of it.")
    press(editor, "Save and continue editing")
    expect(editor.locator(".success")).to_contain_text("changed successfully")
    second.goto(change)
    press(second, "I have read it: checked")
    expect(second.locator(".success")).to_contain_text("hecked")


def publish(editor: Page, coordinator: Page, change: str, case: str) -> None:
    editor.goto(change)
    press(editor, "Publish now")
    expect(editor.get_by_text("This review is held back").first).to_be_visible()
    coordinator.goto(f"{case}review/lift/")
    coordinator.fill("#id_reason", "The trial is over")
    press(coordinator, "Keep")
    expect(coordinator.get_by_text("The trial is over")).to_be_visible()
    editor.goto(change)
    press(editor, "Publish now")
    expect(editor.locator(".success")).to_contain_text("Published")


def test_from_a_referral_to_a_published_review(people, window, live_server):
    site = live_server.url
    practitioner = window()
    send_referral(practitioner, site)
    case = f"{site}/panel/referrals/{Referral.objects.get().pk}/"
    recommend(people["coordinator"], case)
    people["member"].goto(f"{case}decision/")
    expect(people["member"].get_by_text("Three agencies knew a part each")).to_be_visible()
    decide(people["chair"], case)
    practitioner.goto(f"{site}/refer/status/")
    expect(practitioner.get_by_text("will hear from the board what was decided")).to_be_visible()
    begin_review(people["coordinator"], case)
    review = ReviewPlan.objects.get().review
    change = site + reverse("admin:reviews_casereview_change", args=[review.pk])
    write_review(people["editor"], change)
    check_it(people["second"], people["editor"], change)
    publish(people["editor"], people["coordinator"], change, case)
    practitioner.goto(site + CaseReview.objects.get().get_absolute_url())
    expect(practitioner.get_by_role("heading", level=1)).to_have_text(review.title)
    expect(practitioner.get_by_text("Agree on one plan.")).to_be_visible()
    assert last_name() not in practitioner.content()
