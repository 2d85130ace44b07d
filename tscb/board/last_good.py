"""The facts as last read, kept in a file so that a start without a database still knows them."""

import json
import logging
import tempfile
from dataclasses import asdict
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.conf import settings

from tscb.board.calling.contacts import ClosedTime, Contact, ContactRole, Hours
from tscb.board.calling.languages import InLanguage
from tscb.board.defaults import NAMES
from tscb.board.frontage.menus import MenuLink
from tscb.board.frontage.notices import Notice
from tscb.board.site_facts import KnownFacts, PageLink, default_facts

logger = logging.getLogger(__name__)
NAME = "last-good-facts.json"


def path() -> Path:
    return Path(settings.DATA_DIR) / NAME


def write(facts: KnownFacts) -> None:
    """Replaces the file at one stroke; a disk that refuses is logged and does no harm."""
    text = json.dumps(asdict(facts), default=lambda moment: moment.isoformat(), indent=1)
    try:
        if not path().exists() or path().read_text() != text:
            _replace(text)
    except OSError as error:
        logger.warning("The board's facts could not be kept in a file: %s", error)


def read() -> KnownFacts | None:
    """The kept facts; None where there is no file or it makes no sense."""
    try:
        return _facts(json.loads(path().read_text()))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        logger.warning("The file with the board's facts cannot be used: %s", error)
        return None


def _replace(text: str) -> None:
    path().parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=path().parent, prefix=NAME, delete=False) as file:
        file.write(text)
    Path(file.name).replace(path())


def _facts(kept: dict[str, Any]) -> KnownFacts:
    names = {**NAMES, **kept}  # a file of an older version does not know every name yet
    return KnownFacts(
        **{name: type(first)(names[name]) for name, first in NAMES.items()},
        contacts=tuple(_contact(**one) for one in kept["contacts"]),
        closed=tuple(_closed(**one) for one in kept["closed"]),
        about_pages=tuple(PageLink(**one) for one in kept["about_pages"]),
        header=_menu("header", kept),
        footer=_menu("footer", kept),
        notices=tuple(_notice(**one) for one in kept.get("notices", ())),
        no_holidays=tuple(date.fromisoformat(one) for one in kept.get("no_holidays", ())),
        languages=tuple(InLanguage(**one) for one in kept.get("languages", ())),
    )


def _menu(place: str, kept: dict[str, Any]) -> tuple[MenuLink, ...]:
    """A file of an older version knows no menus yet."""
    if place not in kept:
        return getattr(default_facts(), place)
    return tuple(MenuLink(**one) for one in kept[place])


def _notice(text: str, kind: str, where: str, starts: str, ends: str) -> Notice:
    return Notice(text, kind, where, datetime.fromisoformat(starts), datetime.fromisoformat(ends))


def _contact(
    name: str,
    number: str,
    role: str,
    note: str,
    hours: list[dict[str, Any]],
    website: str = "",
) -> Contact:
    stretches = tuple(
        Hours(one["weekday"], time.fromisoformat(one["opens"]), time.fromisoformat(one["closes"]))
        for one in hours
    )
    return Contact(name, number, ContactRole(role), note, stretches, website)


def _closed(day: str, starts: str | None, ends: str | None, reason: str) -> ClosedTime:
    return ClosedTime(date.fromisoformat(day), _time(starts), _time(ends), reason)


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None
