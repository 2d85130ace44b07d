"""Promise 3: a recused person sees nothing of the case, and a restricted one only who is named."""

import pytest

from referrals.models import Case, Recusal, Referral
from tests.factories import make_person
from tests.factories.referrals import received
from tscb.board.models import Agency
from tscb.board.roles import PANEL_ROLES, Role

pytestmark = pytest.mark.django_db


def seen_by(person) -> set[Referral]:
    return set(Referral.objects.visible_to(person))


@pytest.mark.parametrize("role", PANEL_ROLES)
def test_recused_person_sees_all_but_this_case(role):
    shut, other, person = received(), received(), make_person(role)
    recusal = Recusal.objects.create(referral=shut, person=person, reason="My sister’s family")
    assert seen_by(person) == {other}
    assert seen_by(make_person(role)) == {shut, other}
    recusal.ended_at = recusal.declared_at
    recusal.save()
    assert seen_by(person) == {shut, other}


@pytest.mark.parametrize("role", PANEL_ROLES)
def test_restricted_case_is_seen_by_who_is_named_and_not_recused(role):
    shut, named = received(), make_person(role)
    Case.objects.update(is_restricted=True)
    shut.case.readers.add(named, make_person(role))
    assert seen_by(named) == {shut}
    assert seen_by(make_person(role)) == set()
    Recusal.objects.create(referral=shut, person=named, reason="Led the team")
    assert seen_by(named) == set()


def test_being_named_opens_nothing_without_a_role():
    shut, editor = received(), make_person(Role.EDITOR)
    shut.case.readers.add(editor)
    assert seen_by(editor) == set()


def test_case_is_made_with_the_referral_and_knows_its_agency():
    police = Agency.objects.create(name="Fictional Police", slug="fictional-police")
    assert received(referrer_agency=police.name).case.agency == police
    assert received(referrer_agency="other").case.agency is None
