"""What apps offer under an agreed module name."""

from types import ModuleType

from tscb.common.discovery import discover


def names(modules: list[ModuleType]) -> list[str]:
    return [module.__name__ for module in modules]


def test_discover_finds_modules_in_the_order_of_the_apps():
    rooms = ["tscb.board", "reviews", "briefings", "tscb.events", "referrals"]
    assert names(list(discover("facts"))) == [f"{room}.facts" for room in rooms]


def test_discover_name_that_no_app_has():
    assert list(discover("no_app_has_this")) == []
