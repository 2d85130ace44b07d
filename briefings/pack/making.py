"""What lies in the pack, in which order, and the ZIP made of it."""

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from briefings.models import Briefing
from briefings.pack.action_plan import TEMPLATES, action_plan
from briefings.pack.reviews import summaries_of
from briefings.sheet.content import content_of, of_the_board
from briefings.sheet.making import TEMPLATE as PAGE
from briefings.sheet.making import data_of
from briefings.sheet.serving import place_of
from briefings.use.plain_text import plain_text
from briefings.use.questions import FOR_EVERY_TEAM
from tscb.board.site import current
from tscb.common.made_files import kept, mark_of
from tscb.common.typesetting import HOUSE, blocks, typeset
from tscb.common.zip_files import zipped

HERE = Path(__file__).parent
SLIDES, QUESTIONS, REVIEW = (HERE / f"{name}.typ" for name in ("slides", "questions", "review"))
ABOUT = {
    "1-briefing.pdf": "The briefing on one page, to print and hand out",
    "2-briefing-text-only.txt": "The same as plain text, for a mail or a screen reader",
    "3-slides.pdf": "One part a page, to show on a screen",
    "4-questions.pdf": "The questions with room to write",
    "5-action-plan.docx": "A form to fill in: what your team will do, who, by when",
}
Data = dict[str, Any]


def kept_pack(briefing: Briefing) -> tuple[bytes, str]:
    """The ZIP and its mark; made only if the one that is kept is of something else."""
    data, text = _data_of(briefing)
    templates = (PAGE, SLIDES, QUESTIONS, REVIEW, HOUSE, *TEMPLATES, Path(__file__))
    mark = mark_of(data, text, version("typst"), *templates)
    return kept(place_of(briefing, "pack"), mark, lambda: zipped(_files(data, text))), mark


def _data_of(briefing: Briefing) -> tuple[Data, str]:
    content = content_of(briefing)
    sheet = data_of(content)
    data = {
        **sheet,
        "made_of": f"7 minute briefing of the {sheet['board']}, {sheet['published']}",
        "warning": blocks(current().content_warning),
        "general_questions": list(FOR_EVERY_TEAM),
        "reviews": summaries_of(briefing),
    }
    return data, plain_text(content)


def _files(data: Data, text: str) -> Iterator[tuple[str, bytes]]:
    made = (
        typeset(PAGE, data),
        text.encode(),
        typeset(SLIDES, data),
        typeset(QUESTIONS, data),
        action_plan(data),
    )
    reviews = {f"6-review-{review['slug']}.pdf": review for review in data["reviews"]}
    yield "README.txt", _read_me(data, reviews).encode()
    yield from zip(ABOUT, made, strict=True)
    for name, review in reviews.items():
        yield name, typeset(REVIEW, {**of_the_board(), **review})


def _read_me(data: Data, reviews: dict[str, Data]) -> str:
    about = {**ABOUT, **{name: f"Summary of “{one['title']}”" for name, one in reviews.items()}}
    lines = [
        data["title"],
        f"Team pack of a 7 minute briefing of the {data['board']}, {data['published']}",
        data["address"],
        "",
        *(f"{name}\n    {words}" for name, words in about.items()),
        "",
        "Seven minutes to read, then talk. Never write names or details of a child or family into",
        "the questions sheet or the action plan.",
        "",
        "If you are worried about a child",
        *(f"- {one['when']} {one['number']}" for one in data["numbers"]),
    ]
    return "\n".join(lines) + "\n"
