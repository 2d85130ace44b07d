"""The numbers of a board with their hours, from its file."""

from collections.abc import Iterator
from datetime import time
from typing import Any

from django.core.exceptions import ValidationError

from tscb.board.board_file.plain import Values, said_by, shape_of, tables
from tscb.board.board_file.reading import Told
from tscb.board.defaults import CONTACTS, HELP_LINES
from tscb.board.frontage.numbers import check_numbers
from tscb.board.models import ContactPoint, OpeningHours
from tscb.board.models.contact import NEEDED, Weekday

KEYS = ("name", "number", "role", "note")
NAMES_IN_FILE = {key: key for key in KEYS}
DAYS = {day.name.lower(): day.value for day in Weekday}


def problems(told: Told) -> Iterator[str]:
    yield from shape_of(told, "contacts", {"name", "number", "role"}, {"note", "hours"})
    roles = {one.get("role") for one in tables(told, "contacts")}
    for role in NEEDED:
        if role.value not in roles:
            yield f"contacts: there is none with the role {role.value}: {role.label}."
    for number, one in enumerate(tables(told, "contacts"), 1):
        where = f"contacts {number}: "
        yield from said_by(point_of(one), NAMES_IN_FILE, where)
        yield from problems_of_hours(one, where)
    yield from problems_of_warning(told)


def problems_of_warning(told: Told) -> Iterator[str]:
    """It tells the numbers of the file, and those that a new site gets for roles it leaves out."""
    reviews, contacts = told.get("reviews"), tables(told, "contacts")
    roles = {one.get("role") for one in contacts}
    added = [one.number for one in (*CONTACTS, *HELP_LINES) if one.role not in roles]
    text = reviews.get("warning", "") if isinstance(reviews, dict) else ""
    try:
        check_numbers(str(text), [*added, *(str(one.get("number", "")) for one in contacts)])
    except ValidationError as error:
        yield f"reviews.warning: {error.messages[0]}"


def point_of(given: Values, order: int = 0) -> ContactPoint:
    return ContactPoint(order=order, **{key: given[key] for key in KEYS if key in given})


def problems_of_hours(given: Values, where: str) -> Iterator[str]:
    yield from (where + one for one in shape_of(given, "hours", {"days", "opens", "closes"}, set()))
    for hours in tables(given, "hours"):
        days = hours.get("days", [])
        wrong = [one for one in days if one not in DAYS] if isinstance(days, list) else [days]
        yield from (f"{where}hours.days: {one} is no day. Write monday." for one in wrong)
        opens, closes = (as_time(hours.get(name)) for name in ("opens", "closes"))
        if opens is None or closes is None:
            yield f"{where}hours: opens and closes have to be times, like 09:00."
        elif closes <= opens:
            yield f"{where}hours: closing has to come after opening, on the same day."


def as_time(given: Any) -> time | None:
    if isinstance(given, time):
        return given
    try:
        return time.fromisoformat(str(given))
    except ValueError:
        return None


def write(told: Told) -> None:
    for order, given in enumerate(tables(told, "contacts"), 1):
        point = point_of(given, order)
        point.save()
        OpeningHours.objects.bulk_create(
            OpeningHours(
                contact_point=point,
                weekday=DAYS[day],
                opens=str(hours["opens"]),
                closes=str(hours["closes"]),
            )
            for hours in tables(given, "hours")
            for day in hours["days"]
        )
