"""What the board shows: the filters that a visitor chose, as conditions for the database.

Every filter is a table from what stands in the address to a condition. What is in no table is an
address that nobody was given.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import reduce
from operator import and_
from urllib.parse import urlencode

from django.db.models import Q, TextChoices
from django.http import QueryDict
from django.utils import timezone

from referrals.models import LearningFrom, Status
from referrals.models.status import SEEN_BY_THE_PANEL
from referrals.panel.board.waiting import Waiting, mark
from tscb.board.models import User
from tscb.common.web import NotHere

NOBODY = "nobody"  # as lead
LONGEST_NUMBER = 9  # digits; the database takes no more
ANOTHER = "another"  # agency, which is none of the board's own


class Shelf(TextChoices):
    IN_HAND = "in-hand", "In progress"
    NEW = "new", "New"
    MINE = "mine", "Mine"
    DUE = "due", "Due this week"
    OVERDUE = "overdue", "Overdue"
    ALL = "all", "All"


class Order(TextChoices):
    DUE = "due", "What is due first"
    NEWEST = "newest", "Newest first"


class Learning(TextChoices):
    """Suggestions for learning, all of them or by what others could learn from."""

    ANY = "any", "Any suggestion"
    GOOD_PRACTICE = LearningFrom.GOOD_PRACTICE.value, LearningFrom.GOOD_PRACTICE.label
    NEAR_MISS = LearningFrom.NEAR_MISS.value, LearningFrom.NEAR_MISS.label
    TO_IMPROVE = LearningFrom.TO_IMPROVE.value, LearningFrom.TO_IMPROVE.label


LEARNING = {
    one: Q(case__learning_from__overlap=LearningFrom.values if one == Learning.ANY else [one.value])
    for one in Learning
}
STATUSES = [status for status in Status if status in SEEN_BY_THE_PANEL]


@dataclass(frozen=True)
class Chosen:
    """As it stands in the address; empty for a filter that is not set."""

    show: str = Shelf.IN_HAND
    waiting: str = ""
    status: str = ""
    agency: str = ""
    lead: str = ""
    learning: str = ""
    reference: str = ""
    order: str = Order.DUE

    @property
    def is_filtered(self) -> bool:
        return any(
            (self.waiting, self.status, self.agency, self.lead, self.learning, self.reference)
        )

    def on(self, shelf: str) -> str:
        """The query for the same filters on another shelf."""
        kept = {**vars(self), "show": shelf, "reference": ""}
        return urlencode({name: str(value) for name, value in kept.items() if value})


def chosen_in(query: QueryDict) -> Chosen:
    """Raises NotHere for an address that leads to no list."""
    named = (one.name for one in fields(Chosen))
    given = {name: str(query[name]).strip() for name in named if query.get(name)}
    if "reference" in given:
        given["reference"] = given["reference"].upper()
        given["show"] = Shelf.ALL  # whoever knows a reference looks for it on every shelf
    chosen = Chosen(**given)
    tables = {
        "show": Shelf,
        "waiting": Waiting,
        "status": Status,
        "learning": Learning,
        "order": Order,
    }
    known = all(
        value in ("", *tables[name].values)
        for name, value in vars(chosen).items()
        if name in tables
    )
    if not (known and _is_number_or(NOBODY, chosen.lead) and _is_number_or(ANOTHER, chosen.agency)):
        raise NotHere("There is no such list of cases. Choose one on the board of cases.")
    return chosen


def _is_number_or(word: str, value: str) -> bool:
    return value in ("", word) or (value.isascii() and value.isdigit() and len(value) < 10)


def conditions(chosen: Chosen, user: User) -> dict[str, Q]:
    """By filter, those that are set."""
    found = {
        "show": shelves(user)[Shelf(chosen.show)],
        "waiting": waiting_for(Waiting(chosen.waiting)) if chosen.waiting else None,
        "status": Q(status=chosen.status) if chosen.status else None,
        "agency": of_agency(chosen.agency) if chosen.agency else None,
        "lead": led_by(chosen.lead) if chosen.lead else None,
        "learning": LEARNING[Learning(chosen.learning)] if chosen.learning else None,
        "reference": Q(reference=chosen.reference) if chosen.reference else None,
    }
    return {name: condition for name, condition in found.items() if condition is not None}


def together(found: Mapping[str, Q]) -> Q:
    return reduce(and_, found.values(), Q())


def shelves(user: User) -> dict[Shelf, Q]:
    today = timezone.localdate()
    in_hand = ~Q(status=Status.CLOSED)
    return {
        Shelf.IN_HAND: in_hand,
        Shelf.NEW: Q(status=Status.RECEIVED, case__lead=None),
        Shelf.MINE: in_hand & Q(case__lead=user),
        Shelf.DUE: Q(is_due_this_week=True),
        Shelf.OVERDUE: Q(next_due_on__lt=today),
        Shelf.ALL: Q(),
    }


def waiting_for(one: Waiting) -> Q:
    return Q(**{mark(one): True})


def of_agency(value: str) -> Q:
    return Q(case__agency=None if value == ANOTHER else int(value))


def led_by(value: str) -> Q:
    return Q(case__lead=None if value == NOBODY else int(value))
