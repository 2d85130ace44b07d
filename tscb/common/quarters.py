"""The quarters of a year in words, for charts and tables."""

from datetime import date

QUARTERS = {
    1: "January to March",
    4: "April to June",
    7: "July to September",
    10: "October to December",
}


def quarter_in_words(first_day: date) -> str:
    return f"{QUARTERS[first_day.month]} {first_day.year}"
