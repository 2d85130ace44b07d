"""A question is added in one place: the description. Everything else follows by itself."""

import pytest

from referrals.description import concerns
from referrals.description.asking import PERSONAL, line, one_of
from referrals.description.choices import YES, YES_NO
from referrals.description.completeness import gaps
from referrals.description.conditions import when
from referrals.description.example import complete_answers
from referrals.description.on_paper import sheets
from tests.factories import sign_in
from tests.factories.referrals import address, answer, filled_in, received, send, text_of

pytestmark = pytest.mark.django_db
THE_PAGE = concerns.MEDIA
LABEL = "What colour is the front door?"
ADDED = (
    one_of(YES_NO, "has_a_door", "Is there a front door?", PERSONAL, missing="Say if there is one"),
    line(
        "door_colour",
        LABEL,
        PERSONAL,
        missing="Say what colour the door is",
        condition=when("has_a_door", YES),
        example="Turquoise with dots",
    ),
)


@pytest.fixture(autouse=True)
def added():
    """The one change. The page is frozen for everybody else, so the test has to insist."""
    before = THE_PAGE.questions
    object.__setattr__(THE_PAGE, "questions", before + ADDED)
    yield
    object.__setattr__(THE_PAGE, "questions", before)


def test_new_question_is_on_its_page_and_answered_there(client):
    filled_in(client)
    assert LABEL in text_of(client.get(address(THE_PAGE)))
    answer(client, THE_PAGE, door_colour="Purple with stripes")
    assert "Purple with stripes" in text_of(client.get("/refer/check/"))


def test_new_question_is_missed_until_it_is_answered():
    answers = complete_answers()
    del answers["door_colour"]
    assert [gap.sentence for gap in gaps(answers, {})] == ["Say what colour the door is"]


def test_new_question_is_left_out_where_its_condition_does_not_hold(client):
    filled_in(client, has_a_door="no")
    assert LABEL not in text_of(client.get("/refer/check/"))
    assert "Referral sent" in text_of(send(client))


def test_new_question_is_in_the_complete_example_and_read_by_the_panel(client, panel_member):
    referral = received()
    assert referral.answers["door_colour"] == "Turquoise with dots"
    sign_in(client, panel_member)
    assert "Turquoise with dots" in text_of(client.get(f"/panel/referrals/{referral.pk}/"))


def test_new_question_is_on_the_paper_form():
    asked = [
        one["label"] for sheet in sheets() for page in sheet["pages"] for one in page["questions"]
    ]
    assert LABEL in asked
