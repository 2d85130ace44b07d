"""Learning events, who came to them, and what they say it changed."""

from tscb.events.models import Used
from tscb.reach.counting.events import (
    ANSWERS,
    BOOKED,
    CAME,
    HELD,
    INVITED,
    OF_ANSWER,
    OF_KIND,
    ON_LIST,
    REACHED,
    UNNOTED,
)
from tscb.reach.telling.parts import Part, Section, Told
from tscb.reach.telling.tables import WHOLE_TIME, by_agency_and_quarter, by_quarter, drawn
from tscb.reach.telling.words import most_of, told_of

HOW = [
    "An event counts when it is over and was not cancelled, in the quarter in which it began.",
    "People count once for each event. Whoever booked and cancelled is not counted. Who came is "
    "what staff noted: an event without a note counts nobody.",
    "Agencies are those on the board’s list; all others stand together. The numbers stay when "
    "bookings are deleted. If an agency is given another name after that, its older numbers move "
    "to “Another agency or service”.",
    "Events by invitation bring together people who were involved in a case. They count in the "
    "sums; of their agencies nothing is told, so that nobody can work out who was involved.",
    "Answers are asked for some weeks after an event and are kept without a name.",
]


def section(told: Told) -> Section:
    parts = [_held(told), _people(told), _agencies(told), _changed(told)]
    return Section("events", "Learning events", parts, HOW)


def _held(told: Told) -> Part:
    kinds = {name.removeprefix(OF_KIND): name for name in told.numbers.measures(OF_KIND)}
    table = by_quarter(told, {**kinds, "All kinds": HELD})
    sentence = told_of(told, HELD, "learning event was held", "learning events were held")
    chart = drawn(table, "All kinds")
    return Part("Learning events held", sentence, table, "Learning events held", chart)


def _people(told: Told) -> Part:
    table = by_quarter(told, {"Booked": BOOKED, "Came": CAME, "Agencies": REACHED})
    came = told_of(told, CAME, "person came to a learning event", "people came to learning events")
    sentence = f"{came}{_share(told)}{_unnoted(told)}"
    chart = drawn(table, "Came")
    return Part("People who came", sentence, table, "People who came", chart)


def _unnoted(told: Told) -> str:
    if not (number := told.of(UNNOTED)):
        return ""
    return f" Of {number:,} {'event' if number == 1 else 'events'} nobody noted who came."


def _share(told: Told) -> str:
    """Of the agencies on the list."""
    if not told.of(CAME) or not told.of(ON_LIST):
        return ""
    reached, listed = told.of(REACHED), told.of(ON_LIST)
    return f" They came from {reached} of the {listed} agencies on the board’s list."


def _agencies(told: Told) -> Part:
    table = by_agency_and_quarter(told, CAME, {"Booked": BOOKED}, last=INVITED)
    most = most_of(told, CAME, but=(INVITED,))
    sentence = "Of no agency on the board’s list did more people come than of any other."
    if most:
        sentence = f"Most people came from {most}."
    elif not told.of(CAME):
        sentence = "Nobody came."
    chart = drawn(table, WHOLE_TIME)
    return Part("People who came, by agency", sentence, table, "People who came", chart)


def _changed(told: Told) -> Part:
    answers = {str(label): f"{OF_ANSWER}{label}" for label in Used.labels}
    table = by_quarter(told, {**answers, "All answers": ANSWERS})
    asked = told_of(
        told,
        ANSWERS,
        "person answered whether they use what they learned",
        "people answered whether they use what they learned",
    )
    return Part("What changed", asked + _used(told), table, "Answers", drawn(table, "All answers"))


def _used(told: Told) -> str:
    if not told.of(ANSWERS):
        return ""
    often, sometimes = (told.of(f"{OF_ANSWER}{one.label}") for one in (Used.OFTEN, Used.SOMETIMES))
    return f" {often or 'None'} said “often” and {sometimes or 'none'} said “sometimes”."
