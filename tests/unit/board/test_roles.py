"""Who holds which role, and what editors may do."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group

from tests.factories import make_person
from tscb.board.roles import Role, has_role, set_up_groups

pytestmark = pytest.mark.django_db


def test_role_that_somebody_holds():
    person = make_person(Role.EDITOR, Role.COORDINATOR)
    assert has_role(person, Role.COORDINATOR)
    assert has_role(person, Role.PANEL_MEMBER, Role.EDITOR)


def test_role_that_somebody_does_not_hold():
    assert not has_role(make_person(Role.EDITOR), Role.PANEL_MEMBER)
    assert not has_role(make_person(), Role.EDITOR)


def test_superuser_holds_no_role():
    assert not has_role(make_person(is_superuser=True), *Role)


def test_stranger_and_person_who_left_hold_none():
    assert not has_role(AnonymousUser(), *Role)
    assert not has_role(make_person(Role.EDITOR, is_active=False), Role.EDITOR)


def test_role_is_asked_for_once(django_assert_num_queries):
    person = make_person(Role.EDITOR)
    with django_assert_num_queries(1):
        has_role(person, Role.EDITOR)
        has_role(person, Role.PANEL_MEMBER)


def test_groups_are_set_up_once():
    Group.objects.all().delete()
    set_up_groups()
    set_up_groups()
    assert set(Group.objects.values_list("name", flat=True)) == set(Role)


@pytest.mark.parametrize(
    ("permission", "may"),
    [
        ("reviews.add_casereview", True),
        ("briefings.change_briefing", True),
        ("board.change_contactpoint", True),
        ("board.change_user", False),
        ("auth.change_group", False),
        ("common.view_outgoingmail", False),
    ],
)
def test_editors_may_publish_and_nothing_else(permission, may):
    assert make_person(Role.EDITOR).has_perm(permission) is may


def test_other_roles_may_do_nothing_in_the_admin():
    person = make_person(*[role for role in Role if role != Role.EDITOR])
    assert person.get_all_permissions() == set()
