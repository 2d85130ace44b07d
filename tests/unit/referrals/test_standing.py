"""How things stand, in words for the panel and the referrer."""

import pytest

from referrals.agreement.standing import NEVER_ASKED, standing, standings
from referrals.models import Agreement, Referral, Status
from tests.factories.agreement import ALEX, asked, request_of, the_agreement
from tests.factories.referrals import received

pytestmark = pytest.mark.django_db


def test_referral_of_which_nothing_is_known_can_be_asked_about():
    how = standing(received())
    assert (how.label, how.colour, how.since, how.can_ask) == (NEVER_ASKED, "grey", None, True)
    assert not any((how.is_pending, how.is_given, how.is_declined))


@pytest.mark.parametrize(
    ("state", "route", "label", "can_ask"),
    [
        ("asked", "manager", "Agreement pending", True),
        ("agreed", "manager", "Agreed", False),
        ("agreed_with_comment", "deputy", "Agreed, with a comment", False),
        ("declined", "manager", "Declined", True),
        ("attested", "spoken", "Said to have agreed", True),
        ("attested", "unreached", "Nobody was reached", True),
    ],
)
def test_each_state_has_its_words(state, route, label, can_ask):
    asked()
    row = the_agreement()
    answered = row.asked_at if state in ("agreed", "agreed_with_comment", "declined") else None
    Agreement.objects.update(state=state, route=route, answered_at=answered)
    how = standing(row.referral)
    assert (how.label, how.can_ask) == (label, can_ask)
    assert how.since == row.asked_at
    assert how.is_pending == (state == "asked")
    assert how.is_given == state.startswith("agreed")
    assert how.is_declined == (state == "declined")


def test_newest_request_tells_how_things_stand():
    asked()
    referral = the_agreement().referral
    newest = request_of(referral, ALEX)
    assert standing(referral).newest == newest


def test_ended_referral_waits_for_nobody():
    asked()
    Referral.objects.update(status=Status.DECIDED)
    assert not standing(Referral.objects.get()).can_ask


def test_list_is_answered_with_one_query(django_assert_num_queries):
    referrals = [received() for _ in range(3)]
    asked(referrals[0])
    with django_assert_num_queries(1):
        found = standings(referrals)
    assert [found[one.pk].is_pending for one in referrals] == [True, False, False]
