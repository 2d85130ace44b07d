"""A number on every page: who changed it, and the way back."""

import pytest

from tests.factories.admin import admin_address, change
from tscb.board.calling.contacts import ContactRole
from tscb.board.models import ContactPoint, OpeningHours
from tscb.common.publishing.history import HistoryEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def point() -> ContactPoint:
    point = ContactPoint.objects.create(
        name="Hub", number="0161 496 0001", role=ContactRole.OFFICE_HOURS
    )
    OpeningHours.objects.create(contact_point=point, weekday=0, opens="09:00", closes="17:00")
    return point


def test_changed_number_comes_back(editor, editor_client, point):
    change(editor_client, point, number="0161 496 0002", **{"hours-0-DELETE": "on"})
    changed, found = HistoryEntry.objects.of(point)
    assert (changed.by, found.by) == (editor, None)
    at = admin_address(ContactPoint, "version", point.pk, changed.pk)
    assert "0161 496 <del>0001</del><ins>0002</ins>" in editor_client.get(at).content.decode()
    editor_client.post(admin_address(ContactPoint, "version", point.pk, found.pk))
    point.refresh_from_db()
    assert (point.number, point.hours.count()) == ("0161 496 0001", 1)


def test_saving_without_a_change_is_no_version(editor_client, point):
    change(editor_client, point)
    assert not HistoryEntry.objects.of(point).exists()
