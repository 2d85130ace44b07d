"""The e-bulletin: who gets it, and what was sent."""

from tscb.reach.counting.bulletin import (
    BOUNCED,
    EDITIONS,
    JOINED,
    LEFT,
    LETTERS,
    SUBSCRIBERS,
)
from tscb.reach.telling.parts import Part, Section, Told
from tscb.reach.telling.tables import by_quarter, drawn
from tscb.reach.telling.words import told_of

HOW = [
    "Subscribers are those who confirmed their address, as they stood at the end of each quarter; "
    "of a quarter that still runs, as they stand now.",
    "Their number is kept by month and stays when somebody leaves and their address is deleted.",
    "A mail counts when the mail server took it. Nobody knows whether it was read: there is no "
    "tracker in it. Mails with an alert are not counted: what is kept of them is deleted after "
    "some months.",
]
STANDING = {
    "At the end": SUBSCRIBERS,
    "Joined": JOINED,
    "Left": LEFT,
    "Stopped: no mail came through": BOUNCED,
}
SENT = {"Editions": EDITIONS, "Mails with an edition": LETTERS}


def section(told: Told) -> Section:
    return Section("bulletin", "E-bulletin", [_subscribers(told), _sent(told)], HOW)


def _subscribers(told: Told) -> Part:
    table = by_quarter(told, STANDING)
    then = told.period.before.last_day  # kept by month: of days within one nobody knows
    sentence = told_of(
        told,
        SUBSCRIBERS,
        "subscriber at the end of the time",
        "subscribers at the end of the time",
        f"at the end of {then:%B %Y}",
    )
    chart = drawn(table, "At the end")
    return Part("Subscribers", sentence, table, "Subscribers at the end", chart)


def _sent(told: Told) -> Part:
    table = by_quarter(told, SENT)
    sentence = told_of(told, EDITIONS, "edition was published", "editions were published")
    chart = drawn(table, "Editions")
    return Part("Editions sent", sentence, table, "Editions published", chart)
