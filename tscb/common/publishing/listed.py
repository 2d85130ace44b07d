"""What a list shows of a page; a search puts its own, with marks around the words, in its place."""

from functools import cached_property

MOST_WORDS = 45


class Listed:
    title: str
    in_brief: str  # for feeds and search engines, too

    @cached_property
    def shown_title(self) -> str:
        return self.title

    @cached_property
    def excerpt(self) -> str:
        words = self.in_brief.split()
        return " ".join(words if len(words) <= MOST_WORDS else [*words[:MOST_WORDS], "…"])
