"""Contents of printed pages: of an ordinary, a full and a hostile briefing."""

from dataclasses import replace
from datetime import date
from typing import Any

from briefings.sheet import SheetContent

HEADINGS = (
    "Background", "The incident", "The child’s lived experience", "What we learned",
    "Good practice", "What needs to change", "Questions for your team",
)  # fmt: skip
SENTENCE = "Nobody asked what a day at home was like for the child, and each agency held one part. "


def words(number: int) -> str:
    spoken = SENTENCE.split()
    return " ".join(spoken[place % len(spoken)] for place in range(number))


def content(**fields: Any) -> SheetContent:
    return replace(
        SheetContent(
            title="Seeing the child",
            variant="case",
            address="https://board.example/briefings/seeing-the-child/",
            published=date(2026, 1, 5),
            overview=words(25),
            sections=[(heading, words(50)) for heading in HEADINGS],
            questions=["Who asks?", "Who tells?"],
            resources=[("Neglect toolkit", "https://toolkit.example/neglect")],
        ),
        **fields,
    )


def full() -> SheetContent:
    """The longest title and headings, and as many words as are read aloud in six minutes."""
    return content(
        title=("Seeing the child in a busy family: what agencies knew and did not tell " * 3)[:200],
        overview=words(40),
        sections=[(f"{heading} {'and what it means for all of us ' * 3}"[:60], words(100))
                  for heading in HEADINGS],
        questions=[words(15)] * 4,
    )  # fmt: skip
