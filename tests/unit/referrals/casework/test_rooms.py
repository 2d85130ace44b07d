"""The panel's rooms at the top of its pages: who finds which, and where one is."""

import pytest
from django.test import RequestFactory

from referrals.casework.rooms import links
from tests.factories import make_person
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db


def rooms(role: Role, path: str = "/panel/") -> list:
    request = RequestFactory().get(path)
    request.user = make_person(role)
    return links(request)


def test_each_role_finds_its_rooms_alone():
    assert [link.name for link in rooms(Role.DATA_PROTECTION_LEAD)] == ["Receipts", "Audit"]
    assert "Audit" not in [link.name for link in rooms(Role.COORDINATOR)]
    assert "Letters" not in [link.name for link in rooms(Role.PANEL_MEMBER)]
    assert rooms(Role.EDITOR) == []


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/panel/", "Cases"),
        ("/panel/referrals/0/notes/", "Cases"),
        ("/panel/meetings/plan/", "Meetings"),
        ("/panel/keeping/receipts/", "Receipts"),
        ("/panel/keeping/rules/", "Keeping"),
    ],
)
def test_the_room_that_one_is_in_is_marked(path, name):
    assert [link.name for link in rooms(Role.COORDINATOR, path) if link.is_current] == [name]
