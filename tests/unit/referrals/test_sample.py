"""Sample referrals come once, are marked, and go without touching others."""

import pytest

from referrals import sample
from referrals.description.completeness import gaps
from referrals.models import Referral
from tests.factories.referrals import received

pytestmark = pytest.mark.django_db


def test_three_complete_marked_referrals_are_loaded_once():
    sample.load()
    sample.load()
    loaded = Referral.objects.filter(is_sample=True)
    assert loaded.count() == 3
    assert all(gaps(referral.answers, {}) == [] for referral in loaded)


def test_removing_leaves_real_referrals():
    sample.load()
    real = received()
    sample.remove()
    assert list(Referral.objects.all()) == [real]
