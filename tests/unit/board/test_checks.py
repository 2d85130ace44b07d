"""The warning that comes a year before the list of bank holidays ends."""

from datetime import timedelta

from django.core.checks.registry import registry
from django.utils import timezone

from tscb.board.calendar import known_until
from tscb.board.checks import calendar_reaches_ahead, calendar_warnings


def test_no_warning_while_a_year_is_known():
    assert calendar_warnings(known_until() - timedelta(days=365)) == []


def test_warning_when_less_than_a_year_is_known():
    (warning,) = calendar_warnings(known_until() - timedelta(days=364))
    assert warning.id == "board.W001"
    assert f"{known_until().year}" in warning.msg


def test_check_is_run_with_all_others():
    assert calendar_reaches_ahead in registry.get_checks()
    assert calendar_reaches_ahead() == calendar_warnings(timezone.localdate())
