"""What a list shows of a page; a search puts its own, with marks around the words, in its place."""

from functools import cached_property

MOST_WORDS = 45


class Listed:
    title: str

    @property
    def in_brief(self) -> str:
        """For feeds and search engines, too."""
        return ""

    @cached_property
    def shown_title(self) -> str:
        return self.title

    @cached_property
    def excerpt(self) -> str:
        words = self.in_brief.split()
        return " ".join(words if len(words) <= MOST_WORDS else [*words[:MOST_WORDS], "…"])
