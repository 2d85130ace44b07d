"""The shape of what every page knows of the board: names, numbers, links. No database here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from functools import cached_property
from html import escape
from typing import Any

from tscb.board.calling.contacts import (
    TOLD_TO_THE_WORRIED,
    ClosedTime,
    Contact,
    ContactRole,
)
from tscb.board.calling.languages import InLanguage
from tscb.board.calling.opening import Advice
from tscb.board.calling.phone import dialled
from tscb.board.defaults import ABOUT, CONTACTS, HELP_LINES, MENUS, NAMES, PAGES
from tscb.board.frontage import notices as notices_of
from tscb.board.frontage.menus import Entry, MenuLink, links_of
from tscb.board.frontage.notices import Notice
from tscb.board.frontage.targets import Place
from tscb.board.look.colours import HEX
from tscb.board.look.look import Look
from tscb.board.placeholders import NAMES_OF_FACTS, filled

OF_LOGO = ("logo", "logo_width", "logo_height", "logo_has_name", "logo_on_white")


def colour_or(given: str, first: str) -> str:
    return given if HEX.fullmatch(given) else first


@dataclass(frozen=True)
class PageLink:
    slug: str
    title: str

    @property
    def address(self) -> str:
        return f"/{self.slug}/"


@dataclass(frozen=True)
class KnownFacts:
    """What staff have entered, as last read; the names are those of `defaults.NAMES`."""

    board_name: str
    board_short_name: str
    area_name: str
    panel_name: str
    panel_short_name: str
    form_name: str
    learning_review: str
    chair_title: str
    framework: str
    front_door: str
    main_colour: str
    link_colour: str
    icon_letters: str
    logo: str
    logo_width: int
    logo_height: int
    logo_has_name: bool
    logo_on_white: bool
    manual_name: str
    manual_url: str
    online_referral_name: str
    online_referral_url: str
    website_address: str
    content_warning: str
    public_email: str
    panel_phone: str
    paper_address: str
    paper_email: str
    exit_url: str
    contacts: tuple[Contact, ...]
    closed: tuple[ClosedTime, ...]
    about_pages: tuple[PageLink, ...] = ()
    # Days that the list of bank holidays has and staff took from it.
    no_holidays: tuple[date, ...] = ()
    languages: tuple[InLanguage, ...] = ()
    header: tuple[MenuLink, ...] = ()
    footer: tuple[MenuLink, ...] = ()
    notices: tuple[Notice, ...] = ()
    look_folder: str = ""  # of a look that is not public yet

    @cached_property
    def look(self) -> Look:
        """With the first colours in place of what is none: it goes into a style sheet."""
        return Look(
            colour_or(self.main_colour, NAMES["main_colour"]),
            colour_or(self.link_colour, NAMES["link_colour"]),
            self.icon_letters,
            **{name: getattr(self, name) for name in OF_LOGO},
            place=self.look_folder,
        )

    @property
    def panel_tel(self) -> str:
        return dialled(self.panel_phone)

    @property
    def contact(self) -> str:
        """Whom to ask, for use in a sentence."""
        return self.public_email or f"the {self.board_name}"

    @property
    def numbers(self) -> list[Contact]:
        """Whom a worried person calls, but the emergency number, in the order staff gave them."""
        return [one for one in self.contacts if one.role in TOLD_TO_THE_WORRIED]

    @property
    def help_for_children(self) -> list[Contact]:
        return [one for one in self.contacts if one.role == ContactRole.CHILDREN]

    @property
    def other_help(self) -> list[Contact]:
        return [one for one in self.contacts if one.role == ContactRole.SUPPORT]

    def fill(self, text: str) -> str:
        """The text with {board}, {panel} and the like replaced by today's names."""
        return filled(text, {short: getattr(self, name) for short, name in NAMES_OF_FACTS.items()})

    def fill_html(self, html: str) -> str:
        """The same for HTML, where a name such as “Help & Hope” must not become markup."""
        named = {short: escape(getattr(self, name)) for short, name in NAMES_OF_FACTS.items()}
        return filled(html, named)

    def linking(
        self, pages: Iterable[tuple[str, str, str]], menus: Mapping[str, Iterable[Entry]]
    ) -> "KnownFacts":
        """These facts with links to the public pages, given as slug, title and place, and with the
        menus. A menu that is not given is as it was before anybody changed it."""
        pages = [(slug, self.fill(title), place) for slug, title, place in pages]
        titles = {slug: title for slug, title, _ in pages}
        header, footer = (
            tuple(
                MenuLink(self.fill(link.label), link.address)
                for link in links_of(place, menus.get(place, MENUS[place]), titles)
            )
            for place in (Place.HEADER.value, Place.FOOTER.value)
        )
        about = tuple(PageLink(slug, title) for slug, title, place in pages if place == ABOUT)
        return replace(self, about_pages=about, header=header, footer=footer)

    def telling(self, notices: Iterable[Notice]) -> "KnownFacts":
        """These facts with the notices that tell no number which is not the board's own."""
        named = [replace(one, text=self.fill(one.text)) for one in notices]
        return replace(self, notices=tuple(one for one in named if one.is_true_of(self.contacts)))


@dataclass(frozen=True)
class SiteFacts(KnownFacts):
    """What templates get as `site`: the facts, and whom to call at this moment."""

    advice: Advice = field(kw_only=True)
    running: tuple[Notice, ...] = field(kw_only=True, default=())
    valid_until: datetime = field(kw_only=True)
    # The parts of each page that say nothing but this, as HTML: `drawn_once` in templatetags/board.
    # Facts that are replaced, as for a preview, begin without any.
    drawn: dict[str, str] = field(default_factory=dict, compare=False, repr=False, init=False)

    @classmethod
    def of(cls, known: KnownFacts, advice: Advice, moment: datetime) -> "SiteFacts":
        """True from the moment until another number is to be called, or a notice comes or goes."""
        kept = {one.name: getattr(known, one.name) for one in fields(known)}
        change = notices_of.next_change(known.notices, moment) or advice.valid_until
        return cls(
            **kept,
            advice=advice,
            running=notices_of.running(known.notices, moment),
            valid_until=min(change, advice.valid_until),
        )


def default_facts() -> KnownFacts:
    """What holds when nothing was ever read."""
    names: dict[str, Any] = dict(NAMES)
    facts = KnownFacts(**names, contacts=(*CONTACTS, *HELP_LINES), closed=())
    return facts.linking([(page.slug, page.title, page.show_in) for page in PAGES], MENUS)
