"""Referrals from when the form asked whether the manager agrees."""

from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

from referrals.models import Agreement, Referral
from tests.factories.referrals import received

pytestmark = pytest.mark.django_db


def bring_along(agrees: str | None) -> Referral:
    referral = received()
    answers = {k: v for k, v in referral.answers.items() if k != "agreement_route"}
    referral.answers = answers | ({"manager_agrees": agrees} if agrees else {})
    referral.save()
    names = [path.stem for path in migrations() if "former_answers" in path.stem]
    import_module(f"referrals.migrations.{names[0]}").bring_along(apps, None)
    referral.refresh_from_db()
    return referral


def migrations():
    folder = import_module("referrals.migrations").__path__[0]
    return Path(folder).glob("*.py")


def test_yes_becomes_what_the_referrer_says_and_no_agreement():
    referral = bring_along("yes")
    row = Agreement.objects.get()
    assert (row.state, row.route, row.wording_version) == ("attested", "spoken", "0")
    assert row.person["name"] == "Morgan Sample"
    assert "answered yes" in row.why
    assert not row.is_given
    assert referral.answers["agreement_route"] == "manager"


def test_not_yet_leaves_the_agreement_unasked():
    assert bring_along("not-yet").answers["manager_email"] == "morgan.sample@example.org"
    assert not Agreement.objects.exists()


def test_referral_that_was_never_asked_stays_as_it_is():
    assert "agreement_route" not in bring_along(None).answers
