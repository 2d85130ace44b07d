"""A number on every page: who changed it and who checked it, the way back, and who confirmed it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import sign_in
from tests.factories.admin import add, admin_address, change, change_address
from tscb.board import facts, reminders
from tscb.board.calling.contacts import ContactRole
from tscb.board.models import BankHolidayChange, Closure, ContactPoint, OpeningHours
from tscb.common.models import OutgoingMail
from tscb.common.publishing.history import HistoryEntry

pytestmark = pytest.mark.django_db
LONG_AGO = timedelta(days=90)
LIST = "/admin/board/contactpoint/"


@pytest.fixture
def point() -> ContactPoint:
    point = ContactPoint.objects.create(
        name="Hub", number="0161 496 0001", role=ContactRole.OTHER, order=9
    )
    OpeningHours.objects.create(contact_point=point, weekday=0, opens="09:00", closes="17:00")
    return point


@pytest.fixture
def colleague(second_editor) -> Client:
    facts.set_up()
    return sign_in(Client(), second_editor)


def age(point: ContactPoint) -> None:
    ContactPoint.objects.filter(pk=point.pk).update(confirmed_at=timezone.now() - LONG_AGO)


def mails() -> list[tuple[str, str]]:
    return list(OutgoingMail.objects.values_list("to", "subject"))


def test_both_see_old_and_new_side_by_side_and_one_may_check(editor_client, colleague, point):
    change(editor_client, point, number="0161 496 0002")
    for client, may in ((editor_client, False), (colleague, True)):
        page = client.get(change_address(point)).content.decode()
        assert "<td>0161 496 <del>0001</del></td>" in page
        assert "<td>0161 496 <ins>0002</ins></td>" in page
        assert ("tell callers</button>" in page) is may


def test_changed_number_comes_back_by_two(editor, editor_client, colleague, point):
    change(editor_client, point, number="0161 496 0002", **{"hours-0-DELETE": "on"})
    changed, found = HistoryEntry.objects.of(point)
    assert (changed.by, found.by) == (editor, None)
    colleague.post(admin_address(point, "accept", point.pk))
    point.refresh_from_db()
    assert (point.number, point.hours.count()) == ("0161 496 0002", 0)
    editor_client.post(admin_address(point, "version", point.pk, found.pk))
    colleague.post(admin_address(point, "accept", point.pk))
    point.refresh_from_db()
    assert (point.number, point.hours.count()) == ("0161 496 0001", 1)


def test_saving_without_a_change_is_no_version(editor_client, point):
    change(editor_client, point)
    assert not HistoryEntry.objects.of(point).exists()


def test_other_editors_hear_of_a_change_without_its_number(
    editor, editor_client, second_editor, colleague, point
):
    change(editor_client, point, number="0161 496 0002")
    assert mails() == [(second_editor.email, "A telephone number waits for you to check it")]
    body = OutgoingMail.objects.get().body
    assert change_address(point) in body
    assert "0161" not in body
    assert "waits for you to check it" in colleague.get("/admin/").content.decode()
    assert "waits for a colleague" in editor_client.get("/admin/").content.decode()


def test_last_number_of_its_role_does_not_go_by_two_changes_at_once(editor_client, colleague):
    first = ContactPoint.objects.get(role="out-of-hours")
    second = ContactPoint.objects.create(name="B", number="0161 496 0003", role="out-of-hours")
    for one in (first, second):
        change(editor_client, one, active="")
    said = [
        colleague.post(admin_address(one, "accept", one.pk), follow=True).content.decode()
        for one in (first, second)
    ]
    assert "No number would be left for “Outside office hours”" in said[1]
    assert ContactPoint.objects.filter(active=True, role="out-of-hours").get() == second


def test_number_counts_from_its_entry_and_is_confirmed_with_one_click(editor, editor_client, point):
    assert "Please call these numbers" not in editor_client.get(LIST).content.decode()
    age(point)
    assert "I called 0161 496 0001 or checked it today" in editor_client.get(LIST).content.decode()
    assert "nobody has confirmed for 90 days" in editor_client.get("/admin/").content.decode()
    editor_client.post(admin_address(point, "confirm", point.pk), {"number": point.number})
    point.refresh_from_db()
    assert (point.is_unconfirmed, point.confirmed_by) == (False, editor)
    entry = HistoryEntry.objects.of(point).get()
    assert (entry.by, entry.event) == (editor, "Confirmed: 0161 496 0001 was called or checked")
    assert "Please call these numbers" not in editor_client.get(LIST).content.decode()


@pytest.mark.parametrize(
    ("active", "number", "sentence"),
    [
        (True, "0161 496 0009", "it is 0161 496 0001 now"),
        (False, "0161 496 0001", "told to nobody"),
    ],
)
def test_what_was_not_seen_or_is_not_told_cannot_be_confirmed(
    editor_client, active, number, sentence
):
    point = ContactPoint.objects.create(
        name="Hub", number="0161 496 0001", role="other", active=active
    )
    age(point)
    address = admin_address(point, "confirm", point.pk)
    page = editor_client.post(address, {"number": number}, follow=True)
    assert sentence in page.content.decode()
    assert ContactPoint.objects.get(pk=point.pk).confirmed_by is None


def test_editors_are_reminded_once_a_month_until_somebody_confirms(editor, editor_client, point):
    reminders.remind()
    assert mails() == []
    age(point)
    for _ in range(2):
        reminders.remind()
    reminder = (editor.email, "Telephone numbers on the site have to be confirmed")
    assert mails() == [reminder]
    ContactPoint.objects.update(reminded_at=timezone.now() - reminders.AGAIN_AFTER)
    reminders.remind()
    assert mails() == [reminder] * 2


def test_closure_holds_at_once_and_colleagues_hear_of_it(editor_client, second_editor):
    day = timezone.localdate() + timedelta(days=3)
    add(editor_client, Closure, date=f"{day}", reason="Training", starts="12:00", ends="")
    closure = Closure.objects.get()
    change(editor_client, closure, reason="Moving house")
    add(editor_client, BankHolidayChange, date=f"{day}", name="Jubilee", is_holiday="True")
    index = editor_client.get("/admin/").content.decode()
    assert "The office is closed from 12:00" in index
    editor_client.post(admin_address(closure, "delete", closure.pk), {"post": "yes"})
    subject = "When the office is closed has been changed"
    assert mails() == [(second_editor.email, subject)] * 4
    assert [entry.event.split(":")[0] for entry in HistoryEntry.objects.of(closure)] == [
        "Deleted",
        "Changed",
        "Written",
    ]
