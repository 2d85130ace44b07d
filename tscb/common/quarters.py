"""The quarters of a year in words, for charts and tables."""

from datetime import date

QUARTERS = {
    1: "January to March",
    4: "April to June",
    7: "July to September",
    10: "October to December",
}

IN_SHORT = {1: "Jan–Mar", 4: "Apr–Jun", 7: "Jul–Sep", 10: "Oct–Dec"}


def quarter_in_words(first_day: date) -> str:
    return f"{QUARTERS[first_day.month]} {first_day.year}"


def quarter_in_short(first_day: date) -> str:
    """For the head of a narrow column."""
    return f"{IN_SHORT[first_day.month]} {first_day.year}"
