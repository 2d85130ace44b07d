"""Promise: one person alone, whatever rights they have, changes no number that callers are told,
nor when it applies; and the database refuses it to whoever goes past the site."""

from collections.abc import Callable
from datetime import time, timedelta

import pytest
from django.db import Error, connection, transaction
from django.test import Client
from django.utils import timezone

from tests.factories import make_person, sign_in
from tests.factories.admin import add, admin_address, change
from tscb.board import facts, site
from tscb.board.models import ContactPoint, OpeningHours
from tscb.board.roles import Role
from tscb.common.publishing.history import HistoryEntry

MINE = "0161 000 0000"
STOOD = "0161 342 4101"
WORRIED = "/worried-about-a-child/"


@pytest.fixture(autouse=True)
def board(db) -> None:
    facts.set_up()


@pytest.fixture
def office() -> ContactPoint:
    return ContactPoint.objects.get(role="office-hours")


@pytest.fixture
def mighty(superuser) -> Client:
    return sign_in(Client(), superuser)


@pytest.fixture
def colleague() -> Client:
    return sign_in(Client(), make_person(Role.EDITOR))


def told() -> str:
    site.forget()
    return Client().get(WORRIED).content.decode()


def settle() -> None:
    """What a commit would do: the guards look now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def press_everything(client: Client, point: ContactPoint) -> None:
    """Whatever stands on the page, in both orders."""
    for button in ("accept", "confirm", "drop", "accept"):
        client.post(admin_address(point, button, point.pk), {"number": MINE})
        settle()
        assert MINE not in told(), button


@pytest.mark.parametrize(
    "changes",
    [
        {"number": MINE},
        {"name": "Somebody else"},
        {"hours-0-closes": "23:00"},
        {"hours-0-DELETE": "on"},
        {"note": "At any time"},
    ],
)
def test_change_waits_whatever_it_is(mighty, office, changes):
    before = told()
    change(mighty, office, **changes)
    settle()
    assert ContactPoint.objects.get(pk=office.pk).proposed
    assert told() == before
    press_everything(mighty, office)


def test_new_number_waits(mighty):
    add(mighty, ContactPoint, name="Hub", number=MINE, role="office-hours")
    point = ContactPoint.objects.get(number=MINE)
    assert not point.active
    press_everything(mighty, point)


def test_number_is_not_taken_off_alone(mighty, office):
    second = ContactPoint.objects.create(name="Desk", number="0161 496 0009", role="office-hours")
    change(mighty, second, active="")
    mighty.post(admin_address(second, "delete", second.pk), {"post": "yes"})
    settle()
    assert "0161 496 0009" in told()


def test_version_that_is_brought_back_waits(mighty, colleague, office):
    change(mighty, office, number=MINE)
    mighty.post(admin_address(office, "drop", office.pk))
    version = HistoryEntry.objects.of(office).versions().get(content__fields__number=MINE)
    mighty.post(admin_address(office, "version", office.pk, version.pk))
    assert ContactPoint.objects.get(pk=office.pk).proposed
    press_everything(mighty, office)


def test_second_person_makes_it_public_within_a_minute(mighty, colleague, office):
    change(mighty, office, number=MINE, **{"hours-0-closes": "18:00"})
    colleague.post(admin_address(office, "accept", office.pk))
    settle()
    page = told()
    assert MINE in page
    assert STOOD not in page
    assert "Monday, 8:30am to 6pm" in page


@pytest.mark.parametrize(
    "past_the_site",
    [
        lambda: ContactPoint.objects.filter(role="office-hours").update(number=MINE),
        lambda: ContactPoint.objects.filter(role="out-of-hours").update(role="other"),
        lambda: ContactPoint.objects.filter(role="out-of-hours").update(active=False),
        lambda: ContactPoint.objects.filter(role="support").delete(),
        lambda: OpeningHours.objects.filter(weekday=0).update(closes=time(18)),
        lambda: OpeningHours.objects.filter(weekday=0).delete(),
        lambda: by_oneself(checked_by=1),
        lambda: by_oneself(checked_by=0),
    ],
)
def test_database_refuses_what_no_second_person_checked(past_the_site):
    assert is_refused(past_the_site)


def is_refused(writing: Callable[[], object]) -> bool:
    try:
        with transaction.atomic():
            writing()
            settle()
    except Error:
        return True
    return False


def by_oneself(checked_by: int) -> None:
    """Two names are written beside a number; that what they agreed on is another one shows."""
    people = [make_person(), make_person()]
    ContactPoint.objects.filter(role="office-hours").update(
        number=MINE,
        edited_by=people[0],
        edited_at=timezone.now(),
        checked_by=people[checked_by],
        checked_at=timezone.now() + timedelta(seconds=1),
    )


def test_hours_added_to_a_number_that_two_people_settled_are_refused(mighty, colleague, office):
    change(mighty, office, number=MINE)
    colleague.post(admin_address(office, "accept", office.pk))
    more = OpeningHours(contact_point=office, weekday=6, opens=time(9), closes=time(10))
    assert is_refused(more.save)
