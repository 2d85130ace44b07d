"""The program that runs in the child process: examines a document or makes its clean copy."""

from collections.abc import Iterator

from reviews.safety.cleaning import cleaned
from reviews.safety.examination import examine
from tscb.common.uploads.pdf_child import allow_step, line, serve

STEP_SECONDS = 5  # of work: for one page, or for one check of the whole document


def work(content: bytes, task: str, argument: str) -> Iterator[bytes]:
    """`clean` with the title, or `examine` with the most pages that are taken."""
    if task == "clean":
        yield cleaned(content, argument)
        return
    for said in examine(content, int(argument), lambda: allow_step(STEP_SECONDS)):
        yield line(**said)


if __name__ == "__main__":
    serve(work)
