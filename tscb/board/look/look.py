"""The look of the site as plain data, and the files that are made of it.

Their addresses hold a mark of all that they say: a changed look has new addresses, so that any
cache may keep the old ones for good.
"""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from html import escape

from tscb.board.look.shades import dark, edge, pressed, tint

LOGO_SHOWN = (240, 72)  # at most, in pixels of a style sheet
ARCS = (
    '<path d="M6 17a10 10 0 0 1 20 0" fill="none" stroke="#fff" stroke-width="3" '
    'stroke-linecap="round"/><circle cx="16" cy="17" r="3" fill="#f2b84b"/>'
    '<path d="M10.5 26a5.5 5.5 0 0 1 11 0" fill="none" stroke="#fff" stroke-width="3" '
    'stroke-linecap="round"/>'
)


@dataclass(frozen=True)
class Look:
    """`place`: where its files lie, for a look that is not public yet."""

    main: str
    link: str
    letters: str = ""
    logo: str = ""
    logo_width: int = 0
    logo_height: int = 0
    logo_has_name: bool = False
    logo_on_white: bool = True
    place: str = ""

    @cached_property
    def mark(self) -> str:
        said = "\n".join((self.colours, self.icon, self.logo))
        return sha256(said.encode()).hexdigest()[:16]

    @property
    def folder(self) -> str:
        return self.place or f"/look/{self.mark}"

    @property
    def sheet_address(self) -> str:
        return f"{self.folder}/colours.css"

    @property
    def icon_address(self) -> str:
        return f"{self.folder}/icon.svg"

    @property
    def logo_address(self) -> str:
        return f"{self.folder}/logo.png" if self.logo else ""

    @cached_property
    def logo_size(self) -> tuple[int, int]:
        """As it is shown: smaller than it is kept, for fine screens."""
        widest, highest = LOGO_SHOWN
        width, height = self.logo_width or 1, self.logo_height or 1
        scale = min(1, widest / width, highest / height)
        return round(width * scale), round(height * scale)

    @cached_property
    def colours(self) -> str:
        """The style sheet that gives the others their colours."""
        named = {
            "govuk-brand-colour": self.main,
            "govuk-template-background-colour": tint(self.main),
            "govuk-surface-background-colour": tint(self.main),
            "govuk-surface-border-colour": edge(self.main),
            "govuk-link-colour": self.link,
            "govuk-link-hover-colour": dark(self.main),
            "board-brand-dark": dark(self.main),
            "board-brand-pressed": pressed(self.main),
        }
        lines = "".join(f"  --{name}: {colour};\n" for name, colour in named.items())
        return f":root {{\n{lines}}}\n"

    @cached_property
    def icon(self) -> str:
        """The mark in the browser’s tab, as SVG: letters of the board, or the site’s own arcs."""
        drawn = ARCS
        if self.letters:
            drawn = (
                '<text x="16" y="22" text-anchor="middle" font-family="sans-serif" '
                f'font-size="16" font-weight="700" fill="#fff">{escape(self.letters)}</text>'
            )
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
            f'<rect width="32" height="32" rx="7" fill="{self.main}"/>{drawn}</svg>'
        )
