"""Reads the facts that every page needs from the database, in four queries."""

from datetime import date, time
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import TimeField, Value
from django.utils import timezone

from tscb.board.calendar import ONE_DAY
from tscb.board.calling.contacts import ClosedTime, Contact, ContactRole, Hours
from tscb.board.defaults import CONTACTS, NAMES
from tscb.board.models import BankHolidayChange, BoardSettings, Closure, ContactPoint, Page
from tscb.board.models.page import PagePlace
from tscb.board.models.settings import ONLY_ROW
from tscb.board.site_facts import KnownFacts

CALLED_BY_WORRIED = {ContactRole.OFFICE_HOURS, ContactRole.OUT_OF_HOURS}


def read_facts() -> KnownFacts:
    names = BoardSettings.objects.filter(pk=ONLY_ROW).values(*NAMES).first() or NAMES
    facts = KnownFacts(**names, contacts=_contacts(), closed=_closed())
    pages = Page.objects.published().exclude(show_in=PagePlace.NOWHERE)
    return facts.linking(pages.values_list("slug", "title", "show_in"))


def _contacts() -> tuple[Contact, ...]:
    """The active numbers; those of the code as long as nobody has entered any for the worried."""
    rows = (
        ContactPoint.objects.filter(active=True)
        .order_by("order", "pk", "hours__weekday", "hours__opens")
        .values_list(
            "pk", "name", "number", "role", "note",
            "hours__weekday", "hours__opens", "hours__closes",
        )
    )  # fmt: skip
    contacts = tuple(_contact(list(own)) for _, own in groupby(rows, key=itemgetter(0)))
    entered = {contact.role for contact in contacts} & CALLED_BY_WORRIED
    return contacts if entered else CONTACTS


def _contact(rows: list[tuple[Any, ...]]) -> Contact:
    """One number from its rows, a row for each stretch of hours or a single one without."""
    _, name, number, role, note, *_ = rows[0]
    hours = tuple(Hours(*row[5:]) for row in rows if row[5] is not None)
    return Contact(name, number, ContactRole(role), note, hours)


def _closed() -> tuple[ClosedTime, ...]:
    """Closures to come and bank holidays that staff added, in one query; and yesterday's for
    whoever reads around midnight."""
    since = timezone.localdate() - ONE_DAY
    closures = Closure.objects.filter(date__gte=since).values_list(
        "date", "starts", "ends", "reason"
    )
    all_day = Value(None, TimeField())
    added = BankHolidayChange.objects.filter(date__gte=since, is_holiday=True)
    rows = closures.order_by().union(
        added.order_by().values_list("date", all_day, all_day, "name"), all=True
    )
    return tuple(ClosedTime(*row) for row in sorted(rows, key=_by_day_and_start))


def _by_day_and_start(row: tuple[Any, ...]) -> tuple[date, time]:
    return row[0], row[1] or time.min
