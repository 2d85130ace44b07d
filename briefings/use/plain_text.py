"""A briefing as plain text, for a mail, a braille line or a screen reader."""

from collections.abc import Iterator

from briefings.sheet.content import SheetContent, day, of_the_board
from briefings.use.questions import or_general
from tscb.board.site import current
from tscb.common.plain_text import harmless, headed, plain, wrapped


def plain_text(content: SheetContent) -> str:
    """All of it, with who published it and when, and whom to call."""
    parts = [*_head(content), *_body(content), *_foot(content)]
    return harmless("\n\n".join(part for part in parts if part)) + "\n"


def _head(content: SheetContent) -> Iterator[str]:
    board = of_the_board()["board"]
    yield headed(content.title, "=")
    if content.is_sample:
        yield "Sample - fictional"
    yield wrapped(f"7 minute briefing, {board}, {day(content)}")
    yield content.address
    yield plain(current().content_warning)
    yield plain(content.overview)


def _body(content: SheetContent) -> Iterator[str]:
    for number, (heading, text) in enumerate(content.sections, 1):
        yield headed(f"{number}. {heading}", "-")
        yield plain(text)
    yield headed("To talk through together", "-")
    questions = enumerate(or_general(content.questions), 1)
    yield "\n".join(wrapped(question, f"{number}. ") for number, question in questions)
    if content.resources:
        yield headed("Read on", "-")
        yield "\n".join(wrapped(f"{title}: {link}", "- ") for title, link in content.resources)


def _foot(content: SheetContent) -> Iterator[str]:
    yield headed("If you are worried about a child", "-")
    lines = (f"{one['when']} {one['number']}" for one in of_the_board()["numbers"])
    yield "\n".join(wrapped(line, "- ") for line in lines)
