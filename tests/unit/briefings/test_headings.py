"""The headings that new briefings begin with."""

import pytest

from briefings import facts
from briefings.headings import DEFAULTS, usual_headings
from briefings.models import UsualHeading, Variant
from briefings.models.briefing import SECTIONS

pytestmark = pytest.mark.django_db


def test_each_kind_has_seven_that_differ():
    assert set(DEFAULTS) == set(Variant.values)
    for headings in DEFAULTS.values():
        assert len(set(headings)) == SECTIONS


def test_site_that_was_never_set_up_has_them_too(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert usual_headings() == DEFAULTS


def test_setting_up_writes_what_is_missing_and_keeps_what_staff_worded():
    UsualHeading.objects.create(variant="theme", number=4, heading="What research says")
    facts.set_up()
    facts.set_up()
    assert UsualHeading.objects.count() == 2 * SECTIONS
    assert usual_headings()["theme"][3] == "What research says"
    assert usual_headings()["theme"][4] == DEFAULTS["theme"][4]


def test_heading_names_itself():
    heading = UsualHeading(variant="case", number=2, heading="The incident")
    assert str(heading) == "About a case, 2: The incident"
