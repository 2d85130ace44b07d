"""From what staff entered to the links that a page shows. No database here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tscb.board.frontage.targets import PARTS, Place, Target


@dataclass(frozen=True)
class MenuLink:
    label: str
    address: str


@dataclass(frozen=True)
class Entry:
    """One row of a menu; `page` is the address word of an explanation page."""

    target: str
    label: str = ""
    page: str = ""
    address: str = ""

    @property
    def leads_to(self) -> tuple[str, str, str]:
        return self.target, self.page, self.address


@dataclass(frozen=True)
class Required:
    """An entry that a menu never goes without, and why."""

    entry: Entry
    why: str


REQUIRED = MappingProxyType(
    {
        Place.HEADER.value: (
            Required(
                Entry(Target.REFER),
                "any practitioner has to find the way to refer a case from every page",
            ),
        ),
        Place.FOOTER.value: (
            Required(
                Entry(Target.WORRIED),
                "whoever has read to the end of a page has to find whom to call",
            ),
            Required(
                Entry(Target.PAGE, page="accessibility"),
                "the law asks public bodies to link their accessibility statement",
            ),
            Required(
                Entry(Target.PAGE, page="privacy"),
                "people have a right to know what is done with what they tell us",
            ),
        ),
    }
)


def links_of(
    place: str, entries: Iterable[Entry], pages: Mapping[str, str]
) -> tuple[MenuLink, ...]:
    """The links of a menu. `pages`: the titles of the pages that are public, by address word; an
    entry whose page is not among them drops out, and one that has to be there is added."""
    entries = list(entries)
    there = {entry.leads_to for entry in entries}
    missing = [one.entry for one in REQUIRED[place] if one.entry.leads_to not in there]
    return tuple(_links([*entries, *missing], pages))


def _links(entries: Iterable[Entry], pages: Mapping[str, str]) -> Iterator[MenuLink]:
    for entry in entries:
        if entry.target in PARTS:
            yield MenuLink(entry.label or Target(entry.target).label, PARTS[entry.target])
        elif entry.target == Target.ADDRESS:
            yield MenuLink(entry.label, entry.address)
        elif entry.page in pages:
            yield MenuLink(entry.label or pages[entry.page], f"/{entry.page}/")


def here(link: str, path: str) -> str:
    """What `aria-current` says of a link on the page at `path`: nothing if it leads elsewhere."""
    if link == path:
        return "page"
    return "true" if link != "/" and path.startswith(link) else ""
