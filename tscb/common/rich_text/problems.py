"""What is wrong in a text for who reads or hears it: headings and links. Where a link leads
is for others to say, who know the site's addresses.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tscb.common.rich_text.cleaning import kept_clean
from tscb.common.rich_text.tree import Element, read

# Said out of their sentence, as screen readers list links, these mean nothing.
SAY_NOTHING = {
    "click here", "click", "here", "this", "this link", "this page", "link", "read more", "more",
    "more info", "more information", "find out more", "download", "see here",
}  # fmt: skip
ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
A_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif)$", re.IGNORECASE)
ENDS = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True)
class Problem:
    """A sentence for whoever writes the text. An error keeps it from being published."""

    sentence: str
    is_error: bool = False


def problems_in(text: str) -> list[Problem]:
    root = read(kept_clean(text))
    return [*_headings(root), *_links(root), *_emails(root), *_pictures(root)]


def pictures_in(text: str) -> list[tuple[str, str]]:
    """Each picture as its alternative text and its address."""
    found = read(kept_clean(text)).every("img")
    return [(one.attributes.get("alt", ""), one.attributes.get("src", "")) for one in found]


def links_in(text: str) -> list[tuple[str, str]]:
    """Each link as its words and its address."""
    root = read(kept_clean(text))
    return [(_words(link), link.attributes.get("href", "")) for link in root.every("a")]


def _headings(root: Element) -> Iterator[Problem]:
    before = 1
    for heading in root.every("h2", "h3", "h4"):
        level = int(heading.tag[1])
        if level > before + 1:
            yield Problem(
                f"The heading “{_words(heading)}” skips a level: nothing of level {level - 1} "
                "stands above it. Who hears the page looks for what is missing."
            )
        before = level


def _links(root: Element) -> Iterator[Problem]:
    for link in root.every("a"):
        words = _words(link)
        if ENDS.sub("", words).lower() in SAY_NOTHING:
            yield Problem(f"The link “{words}” does not say where it leads. Name what is there.")
        elif ADDRESS.match(words):
            yield Problem(f"The link “{words}” shows its address. Name what is there instead.")


def _pictures(root: Element) -> Iterator[Problem]:
    for picture in root.every("img"):
        words = picture.attributes.get("alt", "")
        if not words:
            yield Problem(
                "A picture has no alternative text. Say in a few words what it shows: not "
                "everybody sees it.",
                is_error=True,
            )
        elif A_FILE.search(words):
            yield Problem(f"The picture “{words}” has the name of a file. Say what it shows.")


def _emails(root: Element) -> Iterator[Problem]:
    for words in EMAIL.findall(_text_outside_links(root)):
        yield Problem(f"{words} stands there as text. Make it a link, so that it can be pressed.")


def _text_outside_links(element: Element) -> str:
    return " ".join(
        one if isinstance(one, str) else _text_outside_links(one)
        for one in element.children
        if isinstance(one, str) or one.tag != "a"
    )


def _words(element: Element) -> str:
    return " ".join(element.text.split())
