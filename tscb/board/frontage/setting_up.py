"""Makes the menus and the home page of a new site; what is there stays as staff made it."""

from tscb.board import defaults
from tscb.board.frontage.home import DEFAULT_HOME
from tscb.board.models import HomePage, HomeSection, Menu, MenuEntry, Page
from tscb.board.models.settings import ONLY_ROW


def set_up() -> None:
    """To be called when the explanation pages are there."""
    _set_up_menus()
    _set_up_home()


def _set_up_menus() -> None:
    pages = {page.slug: page for page in Page.objects.all()}
    for place, entries in defaults.MENUS.items():
        menu, is_new = Menu.objects.get_or_create(place=place)
        rows = (
            MenuEntry(
                menu=menu,
                target=entry.target,
                page=pages.get(entry.page),
                label=entry.label,
                order=order,
            )
            for order, entry in enumerate(entries, start=1)
        )
        MenuEntry.objects.bulk_create(rows if is_new else ())


def _set_up_home() -> None:
    home, is_new = HomePage.objects.get_or_create(pk=ONLY_ROW)
    rows = (
        HomeSection(home=home, kind=one.kind, count=one.count, order=order)
        for order, one in enumerate(DEFAULT_HOME.sections, start=1)
    )
    HomeSection.objects.bulk_create(rows if is_new else ())
