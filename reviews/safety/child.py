"""The program that runs in the child process: examines a document or makes its clean copy."""

from collections.abc import Iterator

from reviews.safety.cleaning import cleaned
from reviews.safety.examination import examine
from tscb.common.uploads.pdf_child import line, serve


def work(content: bytes, task: str, *arguments: str) -> Iterator[bytes]:
    if task == "clean":
        yield cleaned(content, *arguments)
        return
    for said in examine(content):
        yield line(**said)


if __name__ == "__main__":
    serve(work)
