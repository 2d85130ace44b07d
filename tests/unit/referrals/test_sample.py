"""Sample referrals come once, are marked, and go without touching others."""

from io import BytesIO

import pytest

from referrals import sample
from referrals.description.completeness import gaps
from referrals.models import Referral, ReviewPlan, Status
from reviews import facts as reviews_facts
from reviews.models import CaseReview
from tests.factories.files import kept_files
from tests.factories.referral_files import opened
from tests.factories.referrals import received
from tscb.board import facts as board_facts
from tscb.board import sample as people
from tscb.common.uploads.inspection.kinds import checked
from tscb.common.uploads.inspection.limits import Limits

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]
LIMITS = Limits(pixels=1, mail_bytes=100_000)


def test_three_complete_marked_referrals_are_loaded_once():
    sample.load()
    sample.load()
    loaded = Referral.objects.filter(is_sample=True)
    assert loaded.count() == 3
    assert all(gaps(referral.answers, {}) == [] for referral in loaded)
    for referral in loaded:
        file = referral.files.get()
        assert checked(BytesIO(opened(file)), LIMITS) == "eml"
        assert not file.came_later


def test_removing_leaves_real_referrals(django_capture_on_commit_callbacks):
    sample.load()
    real = received()
    with django_capture_on_commit_callbacks(execute=True):
        sample.remove()
    assert list(Referral.objects.all()) == [real]
    assert kept_files() == set()


def test_with_sample_people_three_more_have_been_dealt_with():
    board_facts.set_up()
    people.load()
    reviews_facts.set_up()
    sample.load()
    states = [Status.RECOMMENDED, Status.DECIDED, Status.DECIDED]
    dealt_with = Referral.objects.filter(status__in=states).order_by("-submitted_at")
    assert list(dealt_with.values_list("status", flat=True)) == states
    plan = ReviewPlan.objects.get()
    assert plan.review.is_sample
    assert plan.review.actions.overdue().exists()
    sample.remove()
    assert not Referral.objects.exists()
    assert not CaseReview.objects.exists()
