"""Who may do what, while a case is how far: the table, and how it is asked."""

import pytest
from django.core.exceptions import PermissionDenied

from referrals.casework.acts import ACTS, Act, can_act, check_act
from referrals.models import Status
from referrals.models.status import WrongState
from tests.factories import make_person
from tests.factories.referrals import received
from tscb.board.roles import PANEL_ROLES, Role

pytestmark = pytest.mark.django_db


def test_every_act_has_its_rule():
    assert ACTS.keys() == set(Act)


def test_nobody_acts_on_a_draft():
    assert not [act for act, rule in ACTS.items() if Status.DRAFT in rule.states]


def test_editors_have_no_part_and_who_looks_after_data_sees_no_case():
    assert not [act for act, rule in ACTS.items() if Role.EDITOR in rule.roles]
    held = {act for act, rule in ACTS.items() if Role.DATA_PROTECTION_LEAD in rule.roles}
    assert not [act for act in held if ACTS[act].states]


def test_the_independent_chair_alone_decides():
    for act in (Act.DECIDE, Act.TAKE_BACK_DECISION):
        assert ACTS[act].roles == {Role.INDEPENDENT_CHAIR}


def test_refusal_says_who_can():
    with pytest.raises(PermissionDenied, match="Only an independent chair can do this"):
        check_act(Act.DECIDE, by=make_person(Role.COORDINATOR))
    with pytest.raises(PermissionDenied, match="Only a coordinator or an independent chair can"):
        check_act(Act.RESTRICT, by=make_person(Role.PANEL_MEMBER))


def test_what_the_state_does_not_allow_is_a_sentence():
    chair = make_person(Role.INDEPENDENT_CHAIR)
    with pytest.raises(WrongState, match="cannot be done to a referral that is received"):
        check_act(Act.DECIDE, by=chair, referral=received())
    assert can_act(Act.DECIDE, by=chair)


def test_being_a_superuser_is_no_role():
    person = make_person(is_superuser=True)
    assert not [act for act in Act if can_act(act, by=person)]
    assert {can_act(Act.READ, by=make_person(role)) for role in PANEL_ROLES} == {True}
