"""The form in order: its parts, and in each its pages and rows. Everything that lists them starts
here."""

from collections.abc import Iterator

from referrals.description import (
    before_you_start,
    children,
    what_happened,
    why_you_are_referring,
    you,
    your_manager,
)
from referrals.description.choices import YES
from referrals.description.elements import (
    Choice,
    Classification,
    Kind,
    Page,
    Part,
    Question,
    Rows,
)

Section = Page | Rows

PARTS: tuple[Part, ...] = (
    Part("Before you start", (before_you_start.PAGE,)),
    Part("Why, and who refers", (why_you_are_referring.PAGE, you.PAGE, your_manager.PAGE)),
    Part("The child or children", (children.ROWS,)),
    Part("What happened", (what_happened.PAGE,)),
)

CHECK = Page(
    key="check",
    title="Check your answers",
    questions=(
        Question(
            name="declaration",
            label="Declaration",
            kind=Kind.DECLARATION,
            classification=Classification.OPERATIONAL,
            missing="Tick the box to confirm before you send",
            choices=(
                Choice(
                    YES,
                    "What I have written is true as far as I know, I share it for this purpose "
                    "alone, and my manager knows that I am sending it.",
                ),
            ),
        ),
    ),
)

SECTIONS: tuple[Section, ...] = tuple(section for part in PARTS for section in part.sections)
ALL_SECTIONS: tuple[Section, ...] = (*SECTIONS, CHECK)
FIRST = before_you_start.PAGE


def by_key(key: str) -> Section | None:
    return next((section for section in SECTIONS if section.key == key), None)


def pages() -> Iterator[Page]:
    """Every page, those of a row once."""
    for section in ALL_SECTIONS:
        yield from section.pages if isinstance(section, Rows) else (section,)


def questions() -> Iterator[Question]:
    for page in pages():
        yield from page.questions
