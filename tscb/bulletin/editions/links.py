"""Where the links of an edition lead: whoever gets the letter cannot ask whether one works."""

from collections.abc import Iterator
from typing import Any

from tscb.board.pages.links import NOT_AN_ADDRESS, broken
from tscb.common.typesetting import blocks

BEGINNINGS = ("/", "https://", "mailto:", "tel:")


def problem(address: str) -> str:
    """The end of a sentence; nothing for a link that leads somewhere."""
    if not address.startswith(BEGINNINGS) or address.startswith("//"):
        return NOT_AN_ADDRESS
    return broken(address, "")


def problems_in(text: str) -> list[str]:
    """Of the links in a text in the small markup, a sentence each."""
    found = ((address, problem(address)) for address in dict.fromkeys(_links(blocks(text))))
    return [f"The link {address} {said}" for address, said in found if said]


def _links(found: list[dict[str, Any]]) -> Iterator[str]:
    for block in found:
        for run in block.get("runs", ()):
            if run["link"]:
                yield run["link"]
        for item in block.get("items", ()):
            yield from _links(item)
