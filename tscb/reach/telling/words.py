"""Numbers in a sentence, and how they stand to those of the time before: a difference, never a
share of a small number.
"""

from tscb.reach.counting.grouping import ANOTHER
from tscb.reach.telling.parts import Told

MOST_NAMED = 3  # agencies with the same number


def counted(number: int, one: str, many: str) -> str:
    """“No event was held”, “1 event was held”, “12 events were held”."""
    return f"No {one}" if number == 0 else f"{number:,} {one if number == 1 else many}"


def told_of(told: Told, measure: str, one: str, many: str, when: str = "") -> str:
    """A whole sentence with its comparison; `when` says of when the number before is, where it is
    not of the time before as a whole."""
    when = when or f"in {told.period.name_of_before}"
    return f"{counted(told.of(measure), one, many)} ({compared(told, measure, when)})."


def compared(told: Told, measure: str, when: str) -> str:
    """“3 more than the 9 in the year before”."""
    now, before = told.of(measure), told.before.of(measure)
    if now == before:
        return f"none {when} either" if now == 0 else f"as many as {when}"
    if before == 0 or now == 0:
        return f"{before or 'none'} {when}"
    much = f"{abs(now - before):,} {'more' if now > before else 'fewer'}"
    return f"{much} than the {before:,} {when}"


def most_of(told: Told, measure: str, but: tuple[str, ...] = ()) -> str:
    """The agencies with the greatest number, at most three of them; nothing where none has any."""
    named = [one for one in told.numbers.agencies(measure) if one not in (ANOTHER, *but)]
    numbers = {name: told.numbers.of(measure, agency=name) for name in named}
    greatest = max(numbers.values(), default=0)
    most = [name for name, number in numbers.items() if number == greatest]
    return " and ".join(most) if greatest and len(most) <= MOST_NAMED else ""
