"""What tests of the clock share: a rule, and referrals whose clock runs by it."""

from datetime import date
from typing import Any

from referrals.clock.events import happened
from referrals.models import Basis, ClockEvent, ClockRule, Deadline, Referral, Unit
from tests.factories.referrals import received
from tscb.board.roles import Role
from tscb.board.working_calendar import WorkingCalendar
from tscb.board.working_days import Calendars

LISTED = WorkingCalendar.without()
CALENDARS = Calendars(statutory=LISTED, board=LISTED)


def rule_of(**fields: Any) -> ClockRule:
    """Not in the database; five working days from receipt to decision, unless told otherwise."""
    told: dict[str, Any] = {
        "key": "T1",
        "title": "Decide",
        "rule_set": "Rules of the tests",
        "starts_with": ClockEvent.RECEIVED,
        "ends_with": ClockEvent.DECIDED,
        "length": 5,
        "unit": Unit.WORKING_DAYS,
        "warn_days": 2,
        "warned_roles": [Role.COORDINATOR],
        "overdue_roles": [Role.COORDINATOR, Role.INDEPENDENT_CHAIR],
        "source": "The tests",
        "basis": Basis.BOARD,
        "is_active": True,
    }
    return ClockRule(**told | fields)


def make_rule(**fields: Any) -> ClockRule:
    rule = rule_of(**fields)
    rule.save()
    return rule


def ticking(on: date, **answers: Any) -> Referral:
    """A referral that was received on that day, its clock running by the rules there are."""
    referral = received(**answers)
    happened(referral, ClockEvent.RECEIVED, on=on)
    return referral


def the_deadline() -> Deadline:
    """The only one there is."""
    return Deadline.objects.get()
