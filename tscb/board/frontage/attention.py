"""What waits for staff in menus, notices and on the home page."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone

from tscb.board import site
from tscb.board.frontage.highlights import found
from tscb.board.models import HomeHighlight, MenuEntry, Notice, User
from tscb.board.models.settings import ONLY_ROW
from tscb.common.waiting import Row


def rows(person: User) -> Iterator[Row]:
    if not person.has_perm("board.change_menu"):
        return
    yield from _lost_entries()
    yield from _notices()
    yield from _lost_highlights()


def _lost_entries() -> Iterator[Row]:
    """Of each menu those that visitors do not see, because their page is not public."""
    lost = [one for one in MenuEntry.objects.select_related("menu", "page") if _is_lost(one)]
    for menu in dict.fromkeys(one.menu for one in lost):
        own = [one for one in lost if one.menu == menu]
        address = reverse("admin:board_menu_change", args=[menu.pk])
        yield Row(f"{menu}: entries without a public page", address, len(own), urgent=True)


def _is_lost(entry: MenuEntry) -> bool:
    return entry.shown and entry.is_lost


def _notices() -> Iterator[Row]:
    """Those that cannot be shown because a number in them is not the board's any more, and those
    that the public sees."""
    address = reverse("admin:board_notice_changelist")
    contacts = site.current().contacts
    notices = list(Notice.objects.to_come_or_running())
    wrong = [one for one in notices if not one.known.is_true_of(contacts)]
    now = [one for one in notices if one not in wrong and one.known.runs(timezone.now())]
    if wrong:
        title = "Notices kept off the site: a telephone number in them is not the board’s"
        yield Row(title, address, len(wrong), urgent=True)
    if now:
        yield Row("Notices on the site now", address, len(now))


def _lost_highlights() -> Iterator[Row]:
    chosen = list(HomeHighlight.objects.values_list("address", flat=True))
    if lost := len(chosen) - len(found(chosen)):
        address = reverse("admin:board_homepage_change", args=[ONLY_ROW])
        yield Row("Home page: chosen reviews or briefings that are not public", address, lost)
