"""Reads the facts that every page needs from the database, in seven queries."""

from dataclasses import fields, replace
from datetime import date, time
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import BooleanField, TimeField, Value
from django.utils import timezone

from tscb.board.calendar import ONE_DAY
from tscb.board.calling.contacts import ClosedTime, Contact, ContactRole, Hours
from tscb.board.calling.languages import InLanguage
from tscb.board.defaults import CONTACTS, HELP_LINES, NAMES
from tscb.board.frontage.menus_reading import read_menus
from tscb.board.models import (
    BankHolidayChange,
    BoardSettings,
    Closure,
    ContactPoint,
    Notice,
    Page,
    WordsInLanguage,
)
from tscb.board.models.settings import ONLY_ROW
from tscb.board.site_facts import KnownFacts

CALLED_BY_WORRIED = {ContactRole.OFFICE_HOURS, ContactRole.OUT_OF_HOURS}


def read_facts() -> KnownFacts:
    names = BoardSettings.objects.filter(pk=ONLY_ROW).values(*NAMES).first() or NAMES
    closed, no_holidays = _closed()
    facts = KnownFacts(**names, contacts=_contacts(), closed=closed)
    facts = replace(facts, no_holidays=no_holidays, languages=_languages())
    pages = Page.objects.published().values_list("slug", "title", "show_in")
    notices = [notice.known for notice in Notice.objects.to_come_or_running()]
    return facts.linking(pages, read_menus()).telling(notices)


def _contacts() -> tuple[Contact, ...]:
    """The active numbers; those of the code as long as nobody has entered any for the worried."""
    rows = (
        ContactPoint.objects.filter(active=True)
        .order_by("order", "pk", "hours__weekday", "hours__opens")
        .values_list(
            "pk", "name", "number", "role", "note", "website",
            "hours__weekday", "hours__opens", "hours__closes",
        )
    )  # fmt: skip
    contacts = tuple(_contact(list(own)) for _, own in groupby(rows, key=itemgetter(0)))
    entered = {contact.role for contact in contacts} & CALLED_BY_WORRIED
    return contacts if entered else (*CONTACTS, *HELP_LINES)


def _contact(rows: list[tuple[Any, ...]]) -> Contact:
    """One number from its rows, a row for each stretch of hours or a single one without."""
    _, name, number, role, note, website, *_ = rows[0]
    hours = tuple(Hours(*row[6:]) for row in rows if row[6] is not None)
    return Contact(name, number, ContactRole(role), note, hours, website)


def _closed() -> tuple[tuple[ClosedTime, ...], tuple[date, ...]]:
    """Closures to come with the bank holidays that staff added, and the days that they took from
    the bank holidays, in one query; and yesterday's for whoever reads around midnight."""
    since = timezone.localdate() - ONE_DAY
    closures = Closure.objects.filter(date__gte=since)
    changes = BankHolidayChange.objects.filter(date__gte=since)
    all_day = Value(None, TimeField())
    rows = closures.order_by().values_list(
        Value(True, BooleanField()), "date", "starts", "ends", "reason"
    )
    changed = changes.order_by().values_list("is_holiday", "date", all_day, all_day, "name")
    found = sorted(rows.union(changed, all=True), key=_by_day_and_start)
    closed = tuple(ClosedTime(*row[1:]) for row in found if row[0])
    return closed, tuple(row[1] for row in found if not row[0])


def _by_day_and_start(row: tuple[Any, ...]) -> tuple[date, time]:
    return row[1], row[2] or time.min


def _languages() -> tuple[InLanguage, ...]:
    columns = [column.name for column in fields(InLanguage)]
    rows = WordsInLanguage.objects.shown().values(*columns)
    return tuple(InLanguage(**row) for row in rows)
