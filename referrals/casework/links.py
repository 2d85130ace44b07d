"""A link in one of the panel's two navigations: between its rooms, and between a case's pages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    name: str
    href: str
    is_current: bool
