"""The one door: who sees which referrals."""

import pytest
from django.contrib.auth.models import AnonymousUser

from referrals.models import Referral
from tests.factories import make_person
from tests.factories.referrals import received, start
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(client):
    start(client)
    return received()


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.COORDINATOR, Role.INDEPENDENT_CHAIR])
def test_panel_sees_what_was_received_and_no_draft(sent, role):
    assert list(Referral.objects.visible_to(make_person(role))) == [sent]


@pytest.mark.parametrize("role", [Role.EDITOR, Role.DATA_PROTECTION_LEAD])
def test_other_roles_see_nothing(sent, role):
    assert not Referral.objects.visible_to(make_person(role)).exists()


def test_superuser_without_role_sees_nothing(sent):
    superuser = make_person(is_superuser=True, is_staff=True)
    assert not Referral.objects.visible_to(superuser).exists()


def test_nobody_sees_nothing(sent):
    assert not Referral.objects.visible_to(AnonymousUser()).exists()


def test_panel_member_who_left_sees_nothing(sent):
    assert not Referral.objects.visible_to(make_person(Role.PANEL_MEMBER, is_active=False)).exists()
