"""All that the papers of a pack say, as plain data: the same choice gives the same data."""

from collections import Counter
from typing import Any

from django.urls import reverse

from briefings.sheet.content import of_the_board
from briefings.sheet.making import SAMPLE_MARK
from reviews.models import Theme
from tscb.board.addresses import full_address
from tscb.board.site import current
from tscb.common.typesetting import blocks
from tscb.training.choosing import Choice
from tscb.training.pack import words
from tscb.training.parts import BRIEFING, LESSON, RESEARCH, SCENARIO, Part
from tscb.training.session import Step, plan

Data = dict[str, Any]
# What a part is called before its number.
CALLED = {LESSON: "Lesson", SCENARIO: "Case scenario", BRIEFING: "Briefing"}
ASKED = {
    LESSON: (words.ASK_OF_A_LESSON,),
    RESEARCH: (words.ASK_OF_RESEARCH,),
    BRIEFING: words.ASK_OF_A_BRIEFING,
}


def content_of(theme: Theme, choice: Choice) -> Data:
    parts = _told(choice.parts)
    address = full_address(theme.get_absolute_url())
    page = full_address(reverse("training:page", args=[theme.slug]))
    return {
        **of_the_board(),
        "theme": theme.name,
        "description": theme.description,
        "warning": blocks(current().content_warning),
        "address": address,
        "address_shown": address.partition("://")[2],
        "page": f"{page}?{choice.query}",
        "sample_mark": SAMPLE_MARK if any(part["sample_mark"] for part in parts) else "",
        "aims": [aim.format(theme=theme.name) for aim in words.AIMS],
        "ground_rules": list(words.GROUND_RULES),
        "for_the_trainer": list(words.FOR_THE_TRAINER),
        "next": list(words.NEXT),
        "feedback": list(words.FEEDBACK),
        "before_and_after": list(words.BEFORE_AND_AFTER),
        "gone": choice.gone,
        "parts": parts,
        **_session(choice, parts),
    }


def _told(parts: list[Part]) -> list[Data]:
    """Each part with its number among those of its kind."""
    numbers: Counter[str] = Counter()
    told = []
    for part in parts:
        numbers[part.kind.key] += 1
        told.append(_part(part, numbers[part.kind.key]))
    return told


def _part(part: Part, number: int) -> Data:
    return {
        "kind": part.kind.key,
        "kind_name": part.kind.name,
        "number": number,
        "name": _name(part, number),
        "title": part.title,
        "minutes": part.kind.minutes,
        "blocks": blocks(part.text),
        "source": part.source,
        "address": part.address,
        "sample_mark": SAMPLE_MARK if part.is_sample else "",
        "questions": _questions(part),
        "found": blocks(part.row.found) if part.kind is SCENARIO else [],
        "file": f"briefings/{number:02}-{part.row.slug}.pdf" if part.kind is BRIEFING else "",
    }


def _name(part: Part, number: int) -> str:
    """Lessons have no title of their own, and their words stand below."""
    if part.kind is LESSON:
        return f"Lesson {number}"
    return f"{CALLED[part.kind]} {number}: {part.title}" if part.kind in CALLED else part.title


def _questions(part: Part) -> list[str]:
    if part.kind is SCENARIO:
        return list(part.row.asked)
    return list(ASKED.get(part.kind, ()))


def _session(choice: Choice, parts: list[Data]) -> Data:
    session = plan(choice.parts, choice.length)
    places = {part.key: place for place, part in enumerate(choice.parts)}
    steps = [_step(step, places, parts) for step in session.steps]
    told = {"steps": steps, "minutes": session.minutes, "length": session.length}
    return {**told, "over": session.over}


def _step(step: Step, places: dict[str, int], parts: list[Data]) -> Data:
    told = {"clock": step.clock, "minutes": step.minutes}
    if step.part is None:
        return {**told, "name": step.name, "kind": "", "part": None}
    place = places[step.part.key]
    name = parts[place]["name"]
    if step.part.kind is LESSON:
        name = f"{name}: {step.part.title}"
    return {**told, "name": name, "kind": step.part.kind.name, "part": place}
