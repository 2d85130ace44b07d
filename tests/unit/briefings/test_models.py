"""Briefings: their seven sections, and finding them."""

import pytest
from django.db import IntegrityError, connection

from briefings.models import BriefingSection, Question
from tests.factories import make_briefing

pytestmark = pytest.mark.django_db


def test_everything_names_itself():
    assert str(make_briefing(title="Unseen men")) == "Unseen men"
    assert str(BriefingSection(number=2, heading="Why")) == "2. Why"
    assert str(Question(text="Who?")) == "Who?"


@pytest.mark.parametrize(("sections", "marked"), [(0, True), (6, True), (7, False)])
def test_completeness(sections, marked):
    briefing = make_briefing(sections=sections, needs_completing=not marked)
    briefing.note_completeness()
    briefing.refresh_from_db()
    assert briefing.needs_completing is marked


@pytest.mark.parametrize("number", [0, 8])
def test_database_refuses_an_eighth_section(number):
    with pytest.raises(IntegrityError):
        BriefingSection.objects.create(briefing=make_briefing(), number=number)


def test_database_refuses_a_number_twice():
    BriefingSection.objects.create(briefing=make_briefing(), number=1)
    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
