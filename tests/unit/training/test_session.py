"""The plan adds up, has breaks, and gives what is left to talking."""

from tests.unit.training.test_choosing import part
from tscb.training.parts import LESSON, SCENARIO
from tscb.training.session import BREAK, CLOSING, WELCOME, plan


def test_a_plan_begins_with_a_welcome_and_ends_with_what_to_do():
    session = plan([part(LESSON, 1), part(SCENARIO, 1)], None)
    assert session.minutes == WELCOME + 4 + 20 + CLOSING
    assert [step.clock for step in session.steps] == ["0:00", "0:05", "0:09", "0:29"]
    assert session.spare == session.over == 0


def test_a_long_session_has_breaks():
    session = plan([part(SCENARIO, number) for number in range(7)], None)
    names = [step.name for step in session.steps]
    assert names.count("Break") == 2
    assert names.index("Break") == 4
    assert session.minutes == WELCOME + 7 * 20 + 2 * BREAK + CLOSING
    assert session.steps[-1].clock == "2:45"


def test_what_is_left_goes_to_talking():
    session = plan([part(SCENARIO, 1)], 60)
    assert session.spare == 25
    assert [(step.name, step.minutes) for step in session.steps][2] == ("Time to talk", 25)
    last = session.steps[-1]
    assert last.start + last.minutes == 60


def test_what_does_not_fit_is_told():
    session = plan([part(SCENARIO, 1)], 20)
    assert session.over == 15
    assert "Time to talk" not in {step.name for step in session.steps}
