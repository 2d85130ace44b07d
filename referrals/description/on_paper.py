"""The form as it stands on paper: numbered questions, and in words when one is to be answered.

Plain data, made from the description alone, for the page and the PDF to lay out.
"""

from collections.abc import Iterator
from functools import singledispatch
from typing import Any

from referrals.description.conditions import AllOf, AnyOf, ByMark, Condition, Given, Unless
from referrals.description.elements import Identity, Kind, Page, Question, Requirement, Rows
from referrals.description.pages import ALL_SECTIONS, CHECK, Section, questions

COPIES = 2  # of each thing that may come more than once
LONG = 10  # questions: a copy of so many begins on a page of its own, and can be copied again
LINES = {Kind.TEXT: 1, Kind.EMAIL: 1, Kind.PHONE: 1, Kind.TEXTAREA: 7}
LINES_OF_AN_ADDRESS = 3
HOW_MANY = {
    Kind.RADIOS: "tick one",
    Kind.SELECT: "tick one",
    Kind.CHECKBOXES: "tick all that apply",
}
TICK_ALL = "Tick all that apply."  # said beside the question on paper, so not beneath it again


def sheets() -> list[dict[str, Any]]:
    """The sections in order, each as often as it stands on paper."""
    numbered = numbers()
    return [
        sheet(section, number, numbered) for number, section in enumerate(ALL_SECTIONS, start=1)
    ]


def numbers() -> dict[str, str]:
    """Of every question by its name: “3.2” is the second question of the third section."""
    return {
        question.name: f"{number}.{place}"
        for number, section in enumerate(ALL_SECTIONS, start=1)
        for place, question in enumerate(_questions_of(section), start=1)
    }


def sheet(section: Section, number: int, numbered: dict[str, str]) -> dict[str, Any]:
    pages = section.pages if isinstance(section, Rows) else (section,)
    return {
        "number": str(number),
        "title": "Declaration" if section == CHECK else section.title,
        "introduction": section.introduction if isinstance(section, Rows) else "",
        "one": section.one if isinstance(section, Rows) else "",
        "copies": list(_copies(section)),
        "long": len(list(_questions_of(section))) > LONG,
        "pages": [_page(page, len(pages) > 1, numbered) for page in pages],
    }


def _copies(section: Section) -> Iterator[str]:
    """What each copy is called; a section that comes once has no name of its own."""
    if isinstance(section, Rows):
        one = section.one[:1].upper() + section.one[1:]
        yield from (f"{one} {copy}" for copy in range(1, COPIES + 1))
    else:
        yield ""


def _page(page: Page, named: bool, numbered: dict[str, str]) -> dict[str, Any]:
    return {
        "title": page.title if named else "",
        "introduction": page.introduction,
        "questions": [asked(question, numbered) for question in page.questions],
    }


def asked(question: Question, numbered: dict[str, str]) -> dict[str, Any]:
    return {
        "number": numbered[question.name],
        "label": question.label,
        "help": question.help.removeprefix(TICK_ALL).lstrip(),
        "condition": question.on_paper or told(question.condition, numbered),
        "remark": _remark(question),
        "kind": "date" if question.kind == Kind.DATE else "",
        "lines": list(range(_lines(question))),
        "choices": [{"label": one.label, "help": one.help} for one in question.options()],
    }


def _lines(question: Question) -> int:
    is_address = question.identifies == Identity.ADDRESS
    return LINES_OF_AN_ADDRESS if is_address else LINES.get(question.kind, 0)


def _remark(question: Question) -> str:
    remarks = [HOW_MANY.get(question.kind, "")]
    remarks += ["optional"] if question.requirement == Requirement.OPTIONAL else []
    return ", ".join(filter(None, remarks))


def told(condition: Condition | None, numbered: dict[str, str]) -> str:
    """“Only if the answer to 2.2 is “Yes””, or nothing for what is always asked."""
    return f"Only if {in_words(condition, numbered)}." if condition else ""


@singledispatch
def in_words(condition: Any, numbered: dict[str, str]) -> str:
    raise TypeError(f"There are no words for the condition {condition!r} yet.")


@in_words.register
def _(condition: Given, numbered: dict[str, str]) -> str:
    question = {one.name: one for one in questions()}[condition.question]
    labels = {option.value: option.label for option in question.options()}
    given = " or ".join(f"“{labels.get(answer, answer)}”" for answer in condition.answers)
    verb = "is or includes" if question.kind == Kind.CHECKBOXES else "is"
    return f"the answer to {numbered[question.name]} (“{question.label}”) {verb} {given}"


@in_words.register
def _(condition: AllOf, numbered: dict[str, str]) -> str:
    return ", and ".join(in_words(one, numbered) for one in condition.conditions)


@in_words.register
def _(condition: AnyOf, numbered: dict[str, str]) -> str:
    return ", or ".join(in_words(one, numbered) for one in condition.conditions)


@in_words.register
def _(condition: Unless, numbered: dict[str, str]) -> str:
    return f"it is not so that {in_words(condition.condition, numbered)}"


@in_words.register
def _(condition: ByMark, numbered: dict[str, str]) -> str:
    return in_words(condition.condition, numbered)


def _questions_of(section: Section) -> Iterator[Question]:
    for page in section.pages if isinstance(section, Rows) else (section,):
        yield from page.questions
