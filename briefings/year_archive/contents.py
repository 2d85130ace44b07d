"""What lies in the ZIP of a year: a folder a briefing, and a table of all of them."""

from collections.abc import Iterable, Iterator

from django.utils.timezone import localdate

from briefings import sheet
from briefings.models import Briefing
from briefings.use.plain_text import plain_text
from tscb.board.addresses import full_address
from tscb.common.spreadsheet import csv_lines

COLUMNS = ["published", "title", "kind", "themes", "agencies", "used by teams", "folder", "address"]


def folder_of(briefing: Briefing) -> str:
    return f"{localdate(briefing.published_at):%Y-%m}-{briefing.slug}"


def files_of(briefing: Briefing) -> Iterator[tuple[str, bytes]]:
    """Names and contents: the printed page, its text, and the documents that the public has."""
    folder, content = folder_of(briefing), sheet.content_of(briefing)
    yield f"{folder}/briefing.pdf", sheet.make(content)
    yield f"{folder}/briefing.txt", plain_text(content).encode()
    if briefing.is_on_request:
        return
    for number, document in enumerate(briefing.documents.released(), 1):
        with document.cleaned.open("rb") as file:
            yield f"{folder}/document-{number}-{document.file_name}", file.read()


def table_of_contents(briefings: Iterable[Briefing]) -> Iterator[tuple[str, bytes]]:
    rows = (_row(briefing) for briefing in briefings)
    yield "contents.csv", "".join(csv_lines(COLUMNS, rows)).encode()


def _row(briefing: Briefing) -> list[str | list[str]]:
    return [
        f"{localdate(briefing.published_at):%Y-%m-%d}",
        briefing.title,
        briefing.get_variant_display(),
        [theme.name for theme in briefing.themes.all()],
        [agency.name for agency in briefing.agencies.all()],
        str(briefing.uses.accepted().teams().count()),
        folder_of(briefing),
        full_address(briefing.get_absolute_url()),
    ]
