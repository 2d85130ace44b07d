"""How far a long command has come, on a screen and in a log."""

from io import StringIO

from django.core.management.base import OutputWrapper

from tscb.common.rotation.progress import Progress


class Screen(StringIO):
    def isatty(self) -> bool:
        return True


def told(out: StringIO, total: int, *steps: int) -> str:
    progress = Progress(OutputWrapper(out), "referral", total)
    for step in steps:
        progress.on(step)
    progress.done()
    return out.getvalue()


def test_log_gets_a_line_a_tenth():
    lines = told(StringIO(), 100, *[5] * 20).splitlines()
    assert len(lines) == 10
    assert lines[0] == "referral: 10 of 100"
    assert lines[-1] == "referral: 100 of 100"


def test_screen_gets_one_line_that_fills():
    said = told(Screen(), 4, 1, 3)
    assert said.split("\r")[1:] == [
        f"[{'#' * 7}{'.' * 23}] referral: 1 of 4",
        f"[{'#' * 30}] referral: 4 of 4\n",
    ]


def test_rows_that_came_meanwhile_are_counted():
    assert told(StringIO(), 1, 2) == "referral: 2 of 2\n"


def test_nothing_to_do_says_nothing():
    assert told(Screen(), 0) == told(StringIO(), 0) == ""
