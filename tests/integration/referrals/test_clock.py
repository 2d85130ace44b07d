"""The clock's pages: deadlines of a case, rules with a preview, the month, one's own calendar."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from referrals.clock.events import happened
from referrals.facts import set_up
from referrals.models import (
    AuditEvent,
    CalendarLink,
    Case,
    ClockEvent,
    ClockRule,
    Deadline,
    Meeting,
    PanelDates,
    Referral,
    Verb,
)
from tests.factories import make_person, sign_in
from tests.factories.clock import make_rule, the_deadline, ticking
from tests.factories.referrals import text_of
from tscb.board.models import User
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 23)


@pytest.fixture
def coordinator() -> User:
    return make_person(Role.COORDINATOR)


@pytest.fixture
def desk(coordinator: User) -> Client:
    return sign_in(Client(), coordinator)


def at(referral: Referral, rest: str = "") -> str:
    return f"/panel/referrals/{referral.pk}/deadlines/{rest}"


def day_of(day: date) -> dict[str, Any]:
    return {"day_day": day.day, "day_month": day.month, "day_year": day.year}


def events(verb: Verb) -> list[str]:
    return list(AuditEvent.objects.filter(verb=verb).order_by("pk").values_list("about", flat=True))


def test_deadlines_of_a_case_are_in_words_and_reading_them_is_recorded(desk):
    set_up()
    referral = ticking(timezone.localdate())
    text = text_of(desk.get(at(referral)))
    assert "Decide whether there is to be a serious case review" in text
    assert "working day" in text
    assert "That day is not known yet." in text
    assert events(Verb.READ) == ["deadlines"]


def test_entered_day_starts_a_clock_and_can_be_taken_away(desk):
    set_up()
    referral, today = ticking(timezone.localdate()), timezone.localdate()
    typed = {"event": ClockEvent.AWARE, **day_of(today)}
    for _ in range(2):
        page = desk.post(at(referral, "day/"), typed, follow=True)
    assert "deadlines are counted from it" in text_of(page)
    started = referral.deadlines.get(rule__key="K1")
    assert started.starts_on == today
    desk.post(at(referral, "day/taken-away/"), {"event": ClockEvent.AWARE})
    assert referral.deadlines.get(rule__key="K1").due_on is None
    assert events(Verb.CLOCK_DAY_ENTERED) == ["aware", "aware taken away"]
    assert desk.post(at(referral, "day/taken-away/"), {"event": "received"}).status_code == 404


def test_day_to_come_is_refused(desk):
    referral = ticking(MONDAY)
    typed = {"event": ClockEvent.NOTIFIED, **day_of(date(2099, 1, 5))}
    assert "The day must be today or earlier" in text_of(desk.post(at(referral, "day/"), typed))


def test_deadline_is_moved_with_a_reason_and_put_back(desk, coordinator):
    make_rule()
    referral = ticking(timezone.localdate())
    counted, address = the_deadline().due_on, at(referral, f"{the_deadline().pk}/move/")
    new_day = date(timezone.localdate().year + 1, 6, 30)
    assert "Enter why it is moved" in text_of(desk.post(address, day_of(new_day)))
    desk.post(address, {"reason": "The court sits until then.", **day_of(new_day)})
    assert (the_deadline().due_on, the_deadline().moved_by) == (new_day, coordinator)
    assert "The court sits until then." in text_of(desk.get(at(referral)))
    assert "The court sits until then." in text_of(desk.get(address))
    for _ in range(2):
        desk.post(address, {"back": "yes"})
    assert (the_deadline().due_on, the_deadline().moved_reason) == (counted, "")
    assert events(Verb.DEADLINE_MOVED) == ["T1 version 1", "T1 version 1 put back"]


def test_what_does_not_run_cannot_be_moved(desk):
    make_rule()
    referral = ticking(MONDAY)
    address = at(referral, f"{the_deadline().pk}/move/")
    happened(referral, ClockEvent.DECIDED, on=MONDAY)
    typed = {"reason": "Late", **day_of(date(2099, 1, 5))}
    assert "Only a deadline that runs can be moved" in text_of(desk.post(address, typed))
    assert desk.get(at(referral, "0/move/")).status_code == 404
    other = ticking(MONDAY)
    assert desk.get(at(other, f"{the_first(referral).pk}/move/")).status_code == 404


def the_first(referral: Referral) -> Deadline:
    return referral.deadlines.get()


def typed_rule(**changed: Any) -> dict[str, Any]:
    told = {
        "title": "Decide",
        "rule_set": "Rules of the tests",
        "starts_with": "received",
        "length": 5,
        "unit": "working_days",
        "direction": "after",
        "days": "statutory",
        "ends_with": "decided",
        "warn_days": 2,
        "warned_roles": ["Coordinator"],
        "overdue_roles": ["Coordinator", "Independent chair"],
        "source": "The tests",
        "basis": "board",
        "is_active": "yes",
        "version": 1,
    }
    return told | changed


def test_changed_rule_is_a_new_version_for_cases_to_come(desk):
    make_rule()
    address = "/panel/clock/rules/T1/"
    assert desk.post(address, typed_rule()).status_code == 302
    assert ClockRule.objects.get().version == 1
    preview = text_of(desk.post(address, typed_rule(length=9, preview="yes")))
    assert re.search(r"A referral received today would be due on \w+day \d+", preview)
    assert ClockRule.objects.count() == 1
    desk.post(address, typed_rule(length=9))
    assert ClockRule.objects.current().get().length == 9
    assert "Somebody else has changed" in text_of(desk.post(address, typed_rule(length=8)))
    assert "Version 1 of" in text_of(desk.get(address))
    desk.post(address, typed_rule(length=9, is_active="no", version=2))
    assert not ClockRule.objects.in_force().exists()
    assert events(Verb.CLOCK_RULE_CHANGED) == ["T1 version 2", "T1 version 2 off"]
    assert desk.get("/panel/clock/rules/nowhere/").status_code == 404


def test_rule_of_the_boards_own_is_added(desk):
    set_up()
    assert "5" in text_of(desk.get("/panel/clock/rules/new/"))
    for _ in range(2):
        desk.post("/panel/clock/rules/new/", typed_rule(direction="before", unit="calendar_days"))
    own = ClockRule.objects.filter(key__in=("B1", "B2"))
    assert [rule.length for rule in own] == [-5, -5]
    page = text_of(desk.get("/panel/clock/rules/"))
    assert "B2: Decide" in page
    assert "General knowledge" in page
    same = typed_rule(ends_with="received")
    assert "What starts it cannot meet it" in text_of(desk.post("/panel/clock/rules/new/", same))


def test_preview_of_other_rules(desk):
    asked = {"preview": "yes", "starts_with": "aware"}
    page = text_of(desk.post("/panel/clock/rules/new/", typed_rule(**asked)))
    assert "A case where today is the day of" in page
    page = text_of(desk.post("/panel/clock/rules/new/", typed_rule(ends_with="", **asked)))
    assert ": until " in page


def test_whole_set_is_taken_into_use_beside_another(desk):
    set_up()
    later = "Working Together 2018 onwards"
    desk.post("/panel/clock/rules/use/", {"rule_set": later, "use": "yes"})
    keys = {rule.key for rule in ClockRule.objects.in_force()}
    assert {"K2", "K7", "K11"} <= keys
    desk.post("/panel/clock/rules/use/", {"rule_set": later, "use": "no"})
    assert "K7" not in {rule.key for rule in ClockRule.objects.in_force()}


def test_month_shows_references_of_what_one_may_see(
    desk, coordinator, django_assert_max_num_queries
):
    make_rule()
    shown, hidden = ticking(MONDAY), ticking(MONDAY)
    Case.objects.filter(referral=hidden).update(is_restricted=True)
    PanelDates.objects.create(referral=shown, meeting_on=date(2026, 11, 26))
    noon = timezone.make_aware(timezone.datetime(2026, 11, 26, 12))
    Meeting.objects.create(starts_at=noon, ends_at=noon.replace(hour=14))
    with django_assert_max_num_queries(20):
        text = text_of(desk.get("/panel/clock/?month=2026-11"))
    assert text.count(shown.reference) >= 2
    assert hidden.reference not in text
    assert "Meeting of the panel</a>, 12:00" in text
    assert "December 2026" in text
    for nonsense in ("2026-13", "0001-01", "x"):
        assert desk.get(f"/panel/clock/?month={nonsense}").status_code == 200


def test_overdue_stands_above_the_month(desk):
    make_rule()
    for _ in range(21):
        ticking(date(2026, 1, 5))
    text = text_of(desk.get("/panel/clock/"))
    assert "Overdue: 21" in text
    assert "the 20 that have waited longest" in text


def made_address(client: Client) -> str:
    found = re.search(
        r'value="[^"]+(/calendar/[^"]+)"', text_of(client.post("/panel/clock/address/"))
    )
    assert found
    return found[1]


def test_calendar_address_is_shown_once_renewed_and_ended(desk):
    first = made_address(desk)
    page = text_of(desk.get("/panel/clock/address/"))
    assert first not in page
    assert "You made an address on" in page
    second = made_address(desk)
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200
    desk.post("/panel/clock/address/", {"do": "end"})
    assert Client().get(second).status_code == 404
    assert not CalendarLink.objects.in_use().exists()
