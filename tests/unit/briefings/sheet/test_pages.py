"""How many pages the sheet of a briefing takes."""

import pytest

from briefings.models import BriefingSection
from briefings.sheet import pages_of
from tests.factories import make_briefing

pytestmark = pytest.mark.django_db


def test_an_ordinary_briefing_takes_one_page():
    assert pages_of(make_briefing()) == 1


def test_far_too_much_text_takes_more():
    briefing = make_briefing()
    BriefingSection.objects.filter(briefing=briefing, number=4).update(text="word " * 3000)
    assert pages_of(briefing) > 1
