"""A practitioner at the keyboard: types answers from the description into the real page."""

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page as Window

from referrals.description.conditions import Answers
from referrals.description.elements import Kind, Page, Question, Rows
from referrals.description.pages import SECTIONS
from referrals.description.places import (
    ID,
    Place,
    own,
    places_in,
    places_of_row,
    rows_in,
    scope,
)


def start(window: Window, site: str) -> None:
    window.goto(f"{site}/refer/")
    press(window, "Start now")


def press(window: Window, button: str) -> None:
    """Presses, and waits for the next page whole: before its style has come, things still move."""
    window.get_by_role("button", name=button).click()
    window.wait_for_load_state()


def way(window: Window, answers: Answers) -> Iterator[Place]:
    """Goes from page to page. Whoever asks for the next has filled in and saved the one before."""
    for section in SECTIONS:
        if isinstance(section, Rows):
            yield from way_through_rows(window, section, answers)
        else:
            yield from places_in(section, answers)


def way_through_rows(window: Window, rows: Rows, answers: Answers) -> Iterator[Place]:
    for row in rows_in(answers, rows):
        press(window, f"{rows.one}")
        yield from places_of_row(rows, row[ID], answers)
    press(window, "Continue")


def fill_in(window: Window, place: Place | Page, answers: Answers) -> None:
    place = place if isinstance(place, Place) else Place(place)
    given = own(answers, place)
    for question in place.page.asked(scope(answers, place)):
        type_answer(window, question, given[question.name])


def type_answer(window: Window, question: Question, value: Any) -> None:
    if question.kind in (Kind.RADIOS, Kind.CHECKBOXES):
        for one in value if isinstance(value, list) else [value]:
            window.check(f"input[name={question.name}][value='{one}']")
    elif question.kind == Kind.SELECT:
        window.select_option(f"#id_{question.name}", value)
    elif question.kind == Kind.DATE:
        for part, typed in zip(("year", "month", "day"), value.split("-"), strict=True):
            window.fill(f"#id_{question.name}_{part}", typed)
    else:
        window.fill(f"#id_{question.name}", value)


def answer_all(window: Window, answers: Answers) -> None:
    for place in way(window, answers):
        fill_in(window, place, answers)
        press(window, "Save and continue")


def without_ids(answers: Answers) -> dict[str, Any]:
    """To compare with an example: the site gives each row an id of its own."""
    return {
        name: [{**row, ID: ""} for row in value]
        if isinstance(value, list) and is_rows(value)
        else value
        for name, value in answers.items()
    }


def is_rows(value: list[Any]) -> bool:
    return all(isinstance(one, dict) for one in value)


def send(window: Window) -> None:
    window.check("#id_declaration_0")
    press(window, "Send the referral")
