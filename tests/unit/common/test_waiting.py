"""What waits is gathered from every app, the urgent first."""

from types import SimpleNamespace

from tscb.common import waiting
from tscb.common.waiting import Row

CALM, URGENT = Row("Pages to review", "/a/", 2), Row("A number", "/b/", urgent=True)


def test_urgent_row_comes_first_whichever_app_gives_it(monkeypatch) -> None:
    apps = [SimpleNamespace(rows=lambda person, row=row: [row]) for row in (CALM, URGENT)]
    monkeypatch.setattr(waiting, "discover", lambda name: apps)
    assert waiting.waiting(None) == [URGENT, CALM]
