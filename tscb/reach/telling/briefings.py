"""7 minute briefings: how many came out, and how far they reached."""

from tscb.reach.counting.briefings import MEETINGS, PEOPLE, PUBLISHED, TEAMS
from tscb.reach.telling.parts import Part, Section, Told
from tscb.reach.telling.tables import by_agency, by_quarter, drawn
from tscb.reach.telling.words import counted, most_of, told_of

HOW = [
    "A briefing counts in the quarter in which it first came out, whatever became of it since.",
    "A use is a meeting that a team told us of and an editor accepted, in the quarter of the "
    "meeting. Nobody has to tell us: there may be more.",
    "A team counts once in each line, so lines of teams do not add up. People who came twice count "
    "twice.",
]


def section(told: Told) -> Section:
    parts = [_published(told), _used(told), _agencies(told)]
    return Section("briefings", "7 minute briefings", parts, HOW)


def _published(told: Told) -> Part:
    table = by_quarter(told, {"Published": PUBLISHED})
    sentence = told_of(told, PUBLISHED, "briefing was published", "briefings were published")
    chart = drawn(table, "Published")
    return Part("Briefings published", sentence, table, "Briefings published", chart)


def _used(told: Told) -> Part:
    table = by_quarter(told, {"Meetings": MEETINGS, "Teams": TEAMS, "People": PEOPLE})
    people = told_of(
        told,
        PEOPLE,
        "person took part in a meeting about a briefing",
        "people took part in meetings about a briefing",
    )
    teams = (
        f" {counted(told.of(TEAMS), 'team', 'teams')} told us of them." if told.of(TEAMS) else ""
    )
    return Part("Briefings used", people + teams, table, "People", drawn(table, "People"))


def _agencies(told: Told) -> Part:
    table = by_agency(told, {"People": PEOPLE, "Meetings": MEETINGS})
    most = most_of(told, PEOPLE)
    sentence = "No agency on the board’s list stands out."
    if most:
        sentence = f"Most people took part at {most}."
    elif not told.of(PEOPLE):
        sentence = "No meeting was told of."
    return Part("Briefings used, by agency", sentence, table, "People", drawn(table, "People"))
