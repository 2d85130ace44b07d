"""A short chronology: the dates that matter, told by the referrer, read in order of time."""

from referrals.description.asking import (
    ALWAYS,
    OPERATIONAL,
    PERSONAL,
    SPECIAL_CATEGORY,
    day,
    line,
    one_of,
    text,
)
from referrals.description.choices import NOT_KNOWN
from referrals.description.conditions import when
from referrals.description.elements import Choice, Page, Rows

DATE, PERIOD = "date", "period"

ABOUT = Page(
    key="about",
    title="A key date",
    questions=(
        one_of(
            (
                Choice(DATE, "I know the date"),
                Choice(PERIOD, "I know roughly"),
                Choice(NOT_KNOWN, "I do not know"),
            ),
            "event_when",
            "When was it?",
            OPERATIONAL,
            missing="Say whether you know when it was",
            requirement=ALWAYS,
        ),
        day(
            "event_date",
            "Date",
            PERSONAL,
            missing="Enter the date",
            condition=when("event_when", DATE),
            example="2025-01-20",
        ),
        line(
            "event_time",
            "Time of day, if it matters",
            PERSONAL,
            condition=when("event_when", DATE),
            example="In the morning",
        ),
        line(
            "event_period",
            "Roughly when?",
            PERSONAL,
            help="For example, spring 2024, or for about two months before the birth.",
            missing="Say roughly when it was",
            condition=when("event_when", PERIOD),
            example="Spring 2024",
        ),
        text(
            "event",
            "What happened?",
            SPECIAL_CATEGORY,
            help="One or two sentences.",
            missing="Say what happened",
            requirement=ALWAYS,
            example="The child was not brought to an appointment. Nobody asked why.",
        ),
        line(
            "event_source",
            "How is this known?",
            PERSONAL,
            help="For example, from our records, or told by a neighbour.",
            example="Our records",
        ),
    ),
)

ROWS = Rows(
    name="chronology",
    key="key-dates",
    title="Key dates",
    one="key date",
    introduction=(
        "Add the few dates that the panel needs to understand the case: a birth, a move, an "
        "injury, a visit, a referral. They are put in order of time for you. One is enough to "
        "send; you need not know it exactly."
    ),
    named_by=("event_date", "event_period", "event"),
    named_with=": ",
    dated_by="event_date",
    fewest=1,
    most=60,
    missing="Add at least one key date, even if you do not know exactly when it was",
    pages=(ABOUT,),
)
