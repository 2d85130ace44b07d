"""One referral from the first page to the receipt, as the description of the form has it."""

import random
import re
from collections.abc import Iterator
from typing import Any

from referrals.description.conditions import Answers
from referrals.description.elements import Kind, Requirement
from referrals.description.example import complete_answers
from referrals.description.places import Place, own, places, scope
from referrals.form.journey import address
from tests.factories.referrals import posted
from tests.soak.browser import Browser, NotTaken

REFERENCE = re.compile(r"R-[0-9A-Z]{4}-[0-9A-Z]{4}")
START_KEY = re.compile(r'name="start_key" value="([\w-]+)"')
DOUBLE_CLICKS = RELOADS = 0.1  # how often somebody clicks twice, or loads a page anew
Way = list[tuple[str, dict[str, Any]]]


def the_whole_way() -> Way:
    """Every page where something is asked, with what a browser would send for it."""
    answers = complete_answers()
    return [(address(at), posted(at.page, own(answers, at))) for at in places(answers)]


def the_shortest_way() -> Way:
    """Only the pages without which it cannot be sent."""
    answers = complete_answers()
    needed = (at for at in places(answers) if is_needed(at, answers))
    return [(address(at), posted(at.page, own(answers, at))) for at in needed]


def is_needed(at: Place, answers: Answers) -> bool:
    if at.rows and not at.rows.fewest:
        return False
    asked = at.page.asked(scope(answers, at))
    return any(question.requirement != Requirement.OPTIONAL for question in asked)


def question_to_mark() -> str:
    """The first line of text that is asked: what is typed there tells one referral from another."""
    answers = complete_answers()
    texts: Iterator[str] = (
        question.name
        for at in places(answers)
        for question in at.page.questions
        if question.kind == Kind.TEXT and question.name in own(answers, at)
    )
    return next(texts)


def mark(number: int) -> str:
    return f"Soak {number:06}"


def refer(browser: Browser, way: Way, marked: str, number: int) -> str:
    """Gives the reference that the receipt says."""
    start_key = START_KEY.search(browser.look("/refer/").text)
    if start_key is None:
        raise NotTaken("the first page offers no start")
    press(browser, "/refer/", {"start_key": start_key[1]})
    for path, data in way:
        press(browser, path, data | ({marked: mark(number)} if marked in data else {}))
    browser.look("/refer/check/")
    press(browser, "/refer/check/", {"declaration": "yes"})
    return receipt(browser)


def press(browser: Browser, path: str, data: dict[str, Any]) -> None:
    """Somebody who is unsure loads the page anew, or clicks twice."""
    if random.random() < RELOADS:
        browser.look(path)
    answer = browser.press(path, data, twice=random.random() < DOUBLE_CLICKS)
    if answer.status != 302:
        raise NotTaken(f"{path} asks again")


def receipt(browser: Browser) -> str:
    found = REFERENCE.search(browser.look("/refer/sent/").text.partition("<main")[2])
    if found is None:
        raise NotTaken("the receipt shows no reference")
    return found[0]
