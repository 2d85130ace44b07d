"""How long a case is kept: which rule, from when, until when; a changed rule keeps its past."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import InternalError, transaction
from django.utils import timezone

from referrals.keeping.rules import in_words, set_rule
from referrals.keeping.setting_up import RULES, set_up_retention
from referrals.keeping.time import due, time_of
from referrals.models import AuditEvent, Outcome, Referral, RetentionRule, Withdrawal
from tests.factories import make_person
from tests.factories.keeping import closed, closed_at
from tests.factories.referrals import received
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def rules() -> dict[str, RetentionRule]:
    return RetentionRule.objects.current()


def change(by, **told) -> RetentionRule:
    set_up_retention()
    usual: dict[str, Any] = {
        "outcome": "none",
        "years": 3,
        "counted_from": "closed",
        "source": "Ours",
        "note": "",
    }
    return set_rule(by=by, **usual | told)


def test_every_outcome_has_a_first_rule_that_names_its_source():
    set_up_retention()
    set_up_retention()
    assert {rule.outcome for rule in RetentionRule.objects.all()} == set(Outcome.values)
    assert RetentionRule.objects.count() == len(RULES)
    assert all(rule.source and rule.number == 1 for rule in RetentionRule.objects.all())


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.DATA_PROTECTION_LEAD])
def test_changing_a_rule_adds_a_version_and_an_event(role):
    rule = change(make_person(role))
    assert (rule.number, rules()["none"]) == (2, rule)
    assert change(make_person(role)) == rule  # pressed twice
    event = AuditEvent.objects.get()
    assert (event.verb, event.about) == ("retention_changed", "none, version 2")


def test_nobody_else_changes_a_rule_and_the_database_refuses_to_change_a_version():
    with pytest.raises(PermissionDenied):
        change(make_person(Role.PANEL_MEMBER))
    with pytest.raises(InternalError, match="Cannot update"), transaction.atomic():
        RetentionRule.objects.update(years=1)


def test_rule_in_words_says_all_of_it():
    set_up_retention()
    assert in_words(rules()["review"]).startswith(
        "Case review: 30 years from the day the case was closed or withdrawn (version 1). No law"
    )


@pytest.mark.parametrize(
    ("counted", "over"),
    [(date(2024, 2, 29), date(2034, 3, 1)), (date(2024, 5, 6), date(2034, 5, 6))],
)
def test_time_is_over_on_the_same_day_years_later(counted, over):
    assert RetentionRule(years=10).over_on(counted) == over


@pytest.mark.parametrize(
    ("days", "is_over"), [(0, True), (1, False)], ids=["on the day", "a day before"]
)
def test_due_list_and_case_agree_to_the_day(days, is_over):
    referral = closed()
    noon = timezone.localtime().replace(hour=12)
    ended = noon.replace(year=noon.year - 10, day=min(noon.day, 28)) + max(noon.day - 28, 0) * DAY
    referral = closed_at(referral, ended + days * DAY)
    assert time_of(referral, rules()).is_over is is_over
    assert due(Referral.objects.all(), rules()).exists() is is_over


def test_open_case_has_no_end_and_a_withdrawn_one_counts_from_its_withdrawal():
    referral = received()
    set_up_retention()
    assert time_of(referral, rules()) is None
    Withdrawal.objects.create(referral=referral, reason="Twice", withdrawn_by="Referrer")
    referral.status = "withdrawn"
    referral.save()
    time = time_of(Referral.objects.get(), rules())
    assert time.rule.outcome == Outcome.WITHDRAWN
    assert time.counted == timezone.localdate()


def test_case_closed_without_an_outcome_has_no_rule():
    referral = closed()
    referral.case.outcome = ""
    assert time_of(referral, rules()) is None


def test_rule_may_count_from_the_day_the_referral_came():
    referral = closed(years_ago=4)
    assert not time_of(referral, rules()).is_over
    change(make_person(Role.COORDINATOR), counted_from="received")
    assert time_of(referral, rules()).is_over
    assert due(Referral.objects.all(), rules()).get() == referral


def test_due_list_takes_one_query_and_no_key(django_assert_num_queries):
    closed(), closed(Outcome.REVIEW)
    found = rules()
    with django_assert_num_queries(1):
        assert [one.case.outcome for one in due(Referral.objects.all(), found)] == ["none"]
