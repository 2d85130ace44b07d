"""What the child makes, as the site uses it: the copy that may become public, and pictures."""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from tscb.common.uploads.pdf_process import Ended, child

CHILD = "reviews.safety.child"
SECONDS = 30
LARGEST_COPY = 100_000_000
MOST_PLACES = 200


class CleaningError(Exception):
    """No clean copy can be made; the sentence is for the person who wants to publish."""


def clean(source: Path | str, target: Path | str, *, title: str) -> None:
    """Writes to `target` a new file with what readers need of `source`, and nothing else.

    Inspect both: what `Report.blocking` names in the source stays a reason not to publish.
    Raises CleaningError, and then leaves no target behind.
    """
    _made("clean", source, target, title)


def flatten(source: Path | str, target: Path | str, *, title: str) -> None:
    """Writes pictures of the pages alone; see flattening.py. Raises CleaningError."""
    _made("flatten", source, target, title)


def draw(source: IO[bytes], page: int, places: Iterable[tuple[int, int]] = ()) -> bytes:
    """PNG of a page with the places of findings marked; empty where it cannot be drawn.

    `places` of its text are marked besides what the child finds itself: it learns no names.
    """
    spans = [f"{start}-{end}" for start, end in places][:MOST_PLACES]
    with child(CHILD, source, "picture", str(page), *spans, seconds=SECONDS) as (ended, output):
        return output.read() if ended is Ended.WELL else b""


def _made(task: str, source: Path | str, target: Path | str, title: str) -> None:
    with (
        Path(source).open("rb") as file,
        child(CHILD, file, task, title, seconds=SECONDS, written=LARGEST_COPY) as (ended, output),
    ):
        if ended is not Ended.WELL or output.read(5) != b"%PDF-":
            raise CleaningError(
                "No clean copy can be made of this file: it is damaged, protected, or has "
                "redactions that were not carried out. See the report."
            )
        output.seek(0)
        _write(output, Path(target))


def _write(output: IO[bytes], target: Path) -> None:
    """The whole file or none of it, readable by the site alone."""
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".clean-") as folder:
        copy = Path(folder, target.name)
        copy.touch(mode=0o600)
        with copy.open("wb") as file:
            shutil.copyfileobj(output, file)
        copy.replace(target)
