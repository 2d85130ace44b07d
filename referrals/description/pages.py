"""The form in order: its parts, and in each its pages and rows. Everything that lists them starts
here."""

from collections.abc import Iterator

from referrals.description import (
    agencies_involved,
    before_you_start,
    children,
    concerns,
    family,
    for_learning,
    good_practice,
    in_court,
    key_dates,
    parallel_processes,
    safeguarding_lead,
    special_circumstances,
    telling_others,
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
    Part(
        "Why you are referring",
        (why_you_are_referring.PAGE, special_circumstances.PAGE, for_learning.PAGE),
    ),
    Part("You, and who agrees", (you.PAGE, safeguarding_lead.PAGE, your_manager.PAGE)),
    Part("The child and the family", (children.ROWS, family.ROWS)),
    Part("Who else was involved", (agencies_involved.ROWS,)),
    Part(
        "What happened",
        (
            what_happened.WHEN_AND_WHERE,
            what_happened.PAGE,
            good_practice.PAGE,
            key_dates.ROWS,
            concerns.PAGE,
            concerns.MEDIA,
        ),
    ),
    Part(
        "What else is going on",
        (
            parallel_processes.PAGE,
            in_court.CRIMINAL_CASE,
            in_court.CORONER,
            in_court.FAMILY_COURT,
            parallel_processes.HOW_THEY_STAND,
            telling_others.PAGE,
        ),
    ),
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
                    "What I have written is true as far as I know. I share it lawfully and for "
                    "this purpose alone. I have spoken about the case with my manager or my "
                    "safeguarding lead, or have tried to. Our records about it are kept safe, or "
                    "I have asked for that.",
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
