"""The program that runs in the child process: examines a document, draws a page, makes a copy."""

from collections.abc import Iterator

from reviews.safety.cleaning import cleaned
from reviews.safety.examination import examine, texts
from reviews.safety.flattening import flattened
from reviews.safety.picture import page_picture
from tscb.common.uploads.pdf_child import allow_step, line, serve


def work(content: bytes, task: str, *arguments: str) -> Iterator[bytes]:
    """`clean` and `flatten` with the title; `picture` with the page's number and places of its
    text, such as 10-18; `text`; `examine` with the most pages and the seconds for one step."""
    if task == "clean":
        yield cleaned(content, *arguments)
        return
    if task == "picture":
        number, *places = arguments
        yield page_picture(content, int(number), [_span(place) for place in places])
        return
    if task == "flatten":
        yield flattened(content, *arguments)
        return
    if task == "text":
        yield from (line(text=text) for text in texts(content))
        return
    most_pages, seconds = arguments
    for said in examine(content, int(most_pages), lambda: allow_step(float(seconds))):
        yield line(**said)


def _span(place: str) -> tuple[int, int]:
    start, end = place.split("-")
    return int(start), int(end)


if __name__ == "__main__":
    serve(work)
