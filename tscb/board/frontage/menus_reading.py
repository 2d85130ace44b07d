"""Reads the menus, in one query."""

from itertools import groupby
from operator import itemgetter

from tscb.board.frontage.menus import Entry
from tscb.board.models import Menu


def read_menus() -> dict[str, list[Entry]]:
    """The entries that are shown, by the place of their menu; a menu may have none."""
    rows = Menu.objects.order_by("place", "entries__order", "entries__pk").values_list(
        "place",
        "entries__shown",
        "entries__target",
        "entries__label",
        "entries__page__slug",
        "entries__address",
    )
    return {
        place: [Entry(row[2], row[3], row[4] or "", row[5]) for row in own if row[1]]
        for place, own in groupby(rows, key=itemgetter(0))
    }
