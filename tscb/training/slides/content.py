"""What stands on each slide, and what the trainer says to it. What a review found is not there:
slides are handed round with their notes.
"""

from collections.abc import Iterator
from typing import Any

from tscb.training.parts import BRIEFING, LESSON, SCENARIO
from tscb.training.slides.lines import as_blocks, lines_of, plain, slides_of

Data = dict[str, Any]
Slide = dict[str, Any]
CLOSING = "What will we do differently?"
WORRIED = "If you are worried about a child"


def slides(data: Data) -> list[Slide]:
    """In the order of the session; the first has the theme for its title."""
    found = [*_before(data)]
    for part in data["parts"]:
        found += _of_kind(part)
    return [*found, *_after(data)]


def _slide(title: str, lines: list[Any], notes: list[str], small: str = "") -> Iterator[Slide]:
    """One, or as many as the text takes; each has a title of its own."""
    for number, held in enumerate(slides_of(lines), 1):
        shown = title if number == 1 else f"{title} ({number})"
        told = {"title": shown, "lines": held, "blocks": as_blocks(held)}
        yield {**told, "small": small, "notes": notes if number == 1 else ["Goes on."]}


def _before(data: Data) -> Iterator[Slide]:
    notes = [
        "Welcome everybody, and say how long the session takes and when there is a break.",
        "Say that it is about children who were harmed, and that anybody may leave the room.",
    ]
    warning = list(lines_of(data["warning"]))
    small = " · ".join(one for one in (data["board"], data["sample_mark"]) if one)
    yield from _slide(data["theme"], warning, notes, small)
    aims = [plain("By the end you can:"), *(plain(aim, 1) for aim in data["aims"])]
    yield from _slide("What this session is for", aims, ["Read the aims aloud."])
    rules = [plain(rule, 1) for rule in data["ground_rules"]]
    yield from _slide("Ground rules", rules, ["Ask whether everybody can agree to these."])


def _of_kind(part: Data) -> Iterator[Slide]:
    if part["kind"] == SCENARIO.key:
        return _scenario(part)
    if part["kind"] == BRIEFING.key:
        return _briefing(part)
    title = f"{part['name']}, from “{part['source']}”" if part["kind"] == LESSON.key else ""
    small = "" if title else part["source"]
    shown = " · ".join(one for one in (small, part["sample_mark"]) if one)
    notes = [
        f"About {part['minutes']} minutes.",
        *(f"Ask: {one}" for one in part["questions"]),
        f"It stands at {part['address']}",
    ]
    return _slide(title or part["name"], list(lines_of(part["blocks"])), notes, shown)


def _scenario(part: Data) -> Iterator[Slide]:
    small = " · ".join(one for one in (f"From: {part['source']}", part["sample_mark"]) if one)
    notes = [
        f"About {part['minutes']} minutes, in groups of three to five, each with the page.",
        "Let them read first. What the review found stands in the trainer’s guide: tell it last.",
    ]
    yield from _slide(part["name"], list(lines_of(part["blocks"])), notes, small)
    questions = [plain(one, 1) for one in part["questions"]]
    title = f"To talk through: {part['title']}"
    yield from _slide(title, questions, ["Each group tells the others one thing."])


def _briefing(part: Data) -> Iterator[Slide]:
    notes = [
        f"Hand out {part['file']}. Seven minutes to read, then talk.",
        f"It stands at {part['address']}",
    ]
    lines = [*lines_of(part["blocks"]), *(plain(one, 1) for one in part["questions"])]
    yield from _slide(part["name"], lines, notes, part["sample_mark"])


def _after(data: Data) -> Iterator[Slide]:
    notes = ["Fill in the action plan and the feedback sheet now, not afterwards."]
    yield from _slide(CLOSING, [plain(one, 1) for one in data["next"]], notes)
    numbers = [plain(f"{one['when']} {one['number']}", 1) for one in data["numbers"]]
    notes = ["Leave this slide up while people go, and stay for those who want to talk."]
    yield from _slide(WORRIED, numbers, notes, data["address_shown"])
