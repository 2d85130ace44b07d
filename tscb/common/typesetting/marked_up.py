"""The small markup of editors' texts as data that a typst template can lay out.

`tscb.common.text` decides what is markup; here its tokens become paragraphs and lists of runs.
"""

from typing import Any

from markdown_it.token import Token

from tscb.common.text import tokens

Run = dict[str, Any]
Block = dict[str, Any]


def blocks(text: str) -> list[Block]:
    """Paragraphs and lists: `{"kind": "paragraph", "runs": […]}`, `{"kind": "list", "items": […]}`.

    A run is text with one look: `{"text", "bold", "link"}`; an item is a list of blocks.
    """
    found, _ = _read(tokens(text), 0)
    return found


def _read(stream: list[Token], position: int) -> tuple[list[Block], int]:
    """The blocks from the position to the end of the enclosing list or item, and where that is."""
    found: list[Block] = []
    while position < len(stream):
        token = stream[position]
        position += 1
        if token.type in ("list_item_close", "bullet_list_close"):
            break
        if token.type == "inline":
            found.append({"kind": "paragraph", "runs": _runs(token.children or [])})
        elif token.type == "bullet_list_open":
            items, position = _items(stream, position)
            found.append({"kind": "list", "items": items})
    return found, position


def _items(stream: list[Token], position: int) -> tuple[list[list[Block]], int]:
    items: list[list[Block]] = []
    while stream[position].type == "list_item_open":
        item, position = _read(stream, position + 1)
        items.append(item)
    return items, position + 1


def _runs(children: list[Token]) -> list[Run]:
    runs: list[Run] = []
    bold, link = 0, ""
    for token in children:
        if token.type in ("strong_open", "strong_close"):
            bold += token.nesting
        elif token.type in ("link_open", "link_close"):
            link = str(token.attrGet("href") or "")
        else:
            runs.append({"text": _words(token), "bold": bold > 0, "link": link})
    return [run for run in runs if run["text"]]


def _words(token: Token) -> str:
    return "\n" if token.type in ("softbreak", "hardbreak") else token.content
