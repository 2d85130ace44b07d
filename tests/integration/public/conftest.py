"""What tests of public pages as they are kept start from."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from tests.factories.kept_pages import Door
from tscb.board import facts

A_TUESDAY = datetime(2026, 3, 3, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def door() -> Iterator[Door]:
    facts.set_up()
    one = Door()
    yield one
    one.looking.watch._line.close()


@pytest.fixture
def at(monkeypatch) -> Any:
    """Sets the clock to an hour of a working day."""

    def to(hour: int, minute: int = 0) -> None:
        moment = A_TUESDAY.replace(hour=hour, minute=minute)
        monkeypatch.setattr(timezone, "now", lambda: moment)

    to(16)
    return to
