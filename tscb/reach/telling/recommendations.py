"""Case reviews that came out, their recommendations, and the actions of agencies."""

from tscb.reach.counting.recommendations import (
    ACTIONS_DONE,
    ACTIONS_OVERDUE,
    ADDED,
    AT_END,
    AT_START,
    CLOSED,
    DONE,
    NO_DAY,
    NOT_ACCEPTED,
    OVERDUE,
    REVIEWS,
)
from tscb.reach.telling.parts import Part, Section, Told
from tscb.reach.telling.tables import (
    WHOLE_TIME,
    by_agency,
    by_agency_and_quarter,
    by_quarter,
    drawn,
)
from tscb.reach.telling.words import counted, told_of

HOW = [
    "A recommendation counts from the day on which its review came out.",
    "It is closed when it is done or not accepted, on the day on which it was set so; one that was "
    "closed before its review came out, on that day. One that is opened again counts as if it had "
    "never been closed.",
    "It is overdue when it is open and its day is past. One without a day is never overdue.",
    "An action is done on the day on which it was set so.",
]
STANDING = {
    "Open at the start": AT_START,
    "Added": ADDED,
    "Done": DONE,
    "Not accepted": NOT_ACCEPTED,
    "Closed": CLOSED,
    "Open at the end": AT_END,
    "Overdue at the end": OVERDUE,
}
OF_OWNERS = {"Open at the end": AT_END, "Overdue at the end": OVERDUE, "Closed": CLOSED}


def section(told: Told) -> Section:
    parts = [_reviews(told), _closed(told), _owners(told), _actions(told)]
    return Section("recommendations", "Reviews and recommendations", parts, [*HOW, *_no_day(told)])


def _no_day(told: Told) -> list[str]:
    """Those that are in no number."""
    if not (number := told.of(NO_DAY)):
        return []
    closed = counted(number, "recommendation was", "recommendations were")
    return [f"{closed} closed on a day that nobody noted, and are in no number here."]


def _reviews(told: Told) -> Part:
    table = by_quarter(told, {"Published": REVIEWS})
    sentence = told_of(told, REVIEWS, "case review was published", "case reviews were published")
    chart = drawn(table, "Published")
    return Part("Case reviews published", sentence, table, "Case reviews published", chart)


def _closed(told: Told) -> Part:
    table = by_quarter(told, STANDING)
    closed = told_of(told, CLOSED, "recommendation was closed", "recommendations were closed")
    what = "Recommendations closed"
    return Part(what, f"{closed} {_open(told)}", table, what, drawn(table, "Closed"))


def _open(told: Told) -> str:
    if not told.of(AT_END):
        return "None is open at the end."
    late = told.of(OVERDUE) or "none"
    left = counted(told.of(AT_END), "is", "are")
    return f"At the end {left} open, {late} of them overdue."


def _owners(told: Told) -> Part:
    table = by_agency(told, OF_OWNERS, first_head="Owner")
    late = sum(told.numbers.of(OVERDUE, agency=row.name) > 0 for row in table.rows)
    owners = counted(late, "owner has", "owners have")
    sentence = f"{owners} a recommendation that is overdue at the end."
    what = "Recommendations open at the end"
    return Part("Recommendations by owner", sentence, table, what, drawn(table, "Open at the end"))


def _actions(told: Told) -> Part:
    table = by_agency_and_quarter(told, ACTIONS_DONE, {"Overdue at the end": ACTIONS_OVERDUE})
    done = told_of(told, ACTIONS_DONE, "action was done", "actions were done")
    late = counted(told.of(ACTIONS_OVERDUE), "action is", "actions are")
    sentence = f"{done} {late} overdue at the end."
    return Part("Actions by agency", sentence, table, "Actions done", drawn(table, WHOLE_TIME))
