"""What lies in the pack, in which order, and the ZIP made of it."""

from collections.abc import Iterator
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.db.models import prefetch_related_objects

from briefings.models import Briefing
from briefings.pack.action_plan import TEMPLATES, action_plan
from briefings.sheet.content import content_of as sheet_of
from briefings.sheet.making import TEMPLATE as SHEET
from briefings.sheet.making import data_of
from briefings.sheet.serving import place_of
from reviews.models import Theme
from tscb.common.made_files import is_kept, kept, mark_of
from tscb.common.typesetting import HOUSE, colours, kept_pdf, typeset
from tscb.common.zip_files import zipped
from tscb.training.choosing import Choice
from tscb.training.pack.content import content_of
from tscb.training.pack.read_me import read_me
from tscb.training.parts import BRIEFING
from tscb.training.slides.content import slides
from tscb.training.slides.powerpoint import powerpoint

HERE = Path(__file__).parent
SLIDES = HERE.parent / "slides"
INGREDIENTS = (HOUSE, SHEET, *TEMPLATES, *sorted(HERE.glob("*.*")), *sorted(SLIDES.glob("*.*")))
Data = dict[str, Any]
File = tuple[str, str, bytes]  # name, what it is, content


class Pack:
    """Of a theme and a choice. A few are kept for each theme, whoever chose them."""

    def __init__(self, theme: Theme, choice: Choice) -> None:
        self.briefings = [part.row for part in choice.parts if part.kind is BRIEFING]
        self.data = content_of(theme, choice)
        self.data["slides"] = slides(self.data)
        slot = mark_of([part.key for part in choice.parts])[0]  # one of sixteen
        self._place = f"training/{theme.pk}/{slot}"

    @cached_property
    def mark(self) -> str:
        versions = version("typst"), version("python-pptx")
        sheets = [data_of(sheet_of(briefing)) for briefing in self._with_texts()]
        return mark_of(self.data, sheets, colours(), *versions, *INGREDIENTS)

    @property
    def is_kept(self) -> bool:
        return is_kept(self._place, self.mark)

    def content(self) -> bytes:
        """Made only if what is kept is of something else."""
        return kept(self._place, self.mark, self._make)

    def _with_texts(self) -> list[Briefing]:
        prefetch_related_objects(self.briefings, "sections", "questions", "resources")
        return self.briefings

    def _make(self) -> bytes:
        files = [*_numbered(_papers(self.data)), *self._sheets()]
        told = read_me(self.data, [(name, about) for name, about, _ in files])
        packed = [(name, content) for name, _, content in files]
        return zipped([("README.txt", told.encode()), *packed])

    def _sheets(self) -> Iterator[File]:
        """The pages of the briefings as everybody gets them."""
        chosen = [part for part in self.data["parts"] if part["kind"] == BRIEFING.key]
        for part, briefing in zip(chosen, self._with_texts(), strict=True):
            content, _ = kept_pdf(place_of(briefing, "page"), SHEET, data_of(sheet_of(briefing)))
            yield part["file"], f"“{part['title']}” on one page, to hand out", content


def _papers(data: Data) -> Iterator[File]:
    """All but the briefings; what nothing was chosen for is left out."""
    kinds = {part["kind"] for part in data["parts"]}
    yield (
        "trainers-guide.pdf",
        "For you: the plan with its times, and each part",
        _paper("guide", data),
    )
    yield "slides.pdf", "To show on a screen", typeset(SLIDES / "slides.typ", data)
    yield "slides.pptx", "The same, to change, with notes for you", powerpoint(data)
    for name, about, wanted in HANDOUTS:
        if wanted & kinds:
            yield f"{name}.pdf", about, _paper(name, data)
    yield "action-plan.docx", "To fill in together: what you will do, who, by when", _plan(data)
    yield "feedback.pdf", "To hand out at the end", _paper("feedback", data)


HANDOUTS = (
    ("lessons", "What we learned, to hand out", {"lesson"}),
    ("scenarios", "Case scenarios, one a page, without what the review found", {"scenario"}),
    (
        "further",
        "Messages from research and resources, with their sources",
        {"research", "resource"},
    ),
)


def _paper(name: str, data: Data) -> bytes:
    return typeset(HERE / f"{name}.typ", data)


def _plan(data: Data) -> bytes:
    return action_plan(
        {**data, "title": data["theme"], "made_of": f"Training pack of the {data['board']}"}
    )


def _numbered(files: Iterator[File]) -> Iterator[File]:
    for number, (name, about, content) in enumerate(files, 1):
        yield f"{number}-{name}", about, content
