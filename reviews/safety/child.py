"""The program that runs in the child process: examines a document or makes its clean copy."""

from collections.abc import Iterator

from reviews.safety.cleaning import cleaned
from reviews.safety.examination import examine
from tscb.common.uploads.pdf_child import allow_step, line, serve


def work(content: bytes, task: str, *arguments: str) -> Iterator[bytes]:
    """`clean` with the title; `examine` with the most pages and the seconds for one step."""
    if task == "clean":
        yield cleaned(content, *arguments)
        return
    most_pages, seconds = arguments
    for said in examine(content, int(most_pages), lambda: allow_step(float(seconds))):
        yield line(**said)


if __name__ == "__main__":
    serve(work)
