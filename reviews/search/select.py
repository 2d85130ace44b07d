"""A list of choices as HTML, written in one go: a template or an escape of Django's for each option
takes longer than all the rest of the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True)
class Select:
    """A part of the question as the page shows it."""

    name: str
    label: str
    offered: list[tuple[str, str]]
    chosen: str
    is_wrong: bool

    @property
    def options(self) -> SafeString:
        return options(self.offered, self.chosen)


def options(offered: Iterable[tuple[str, str]], chosen: str) -> SafeString:
    """One that is chosen is marked; nothing is offered twice."""
    lines = [
        f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>'
        f"{escape(label)}</option>"
        for value, label in offered
    ]
    return mark_safe("\n".join(lines))  # noqa: S308 - both were escaped
