"""What agencies wrote, in the papers: who has answered, each summary, and what came later."""

import pytest

from referrals.meetings.pack.of_agencies import of_agencies
from referrals.models import Summary, SummaryState
from referrals.summaries import sample
from referrals.summaries.answering import add
from tests.factories.referrals import received

pytestmark = pytest.mark.django_db


def test_papers_tell_who_answered_and_what():
    referral = received()
    sample.load_for(referral)
    first, *rest = of_agencies(referral)
    assert first.pairs[0].key == "Sampleshire Health"
    assert first.pairs[-1].value.startswith("No answer; due on")
    titles = [section.title for section in rest]
    assert titles[0] == "Summary: Sampleshire Health"
    assert "Summary: Sampletown Housing" not in titles


def test_what_was_found_after_nothing_was_known_is_in_the_papers():
    referral = received()
    sample.load_for(referral)
    nil = Summary.objects.get(state=SummaryState.NIL)
    add(summary_id=nil.pk, text="An old file.", press="1")
    titled = {section.title: section for section in of_agencies(referral)}
    assert "Summary: Sampletown Housing" in titled
    assert titled["Added later"].texts == ("An old file.",)


def test_case_of_which_nobody_was_asked_has_no_such_part():
    assert list(of_agencies(received())) == []
