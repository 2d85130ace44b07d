"""The date of three inputs: what is read, what is refused and with which words."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from tscb.common.forms import DateField, GovukForm


class Birth(GovukForm):
    born = DateField(label="Date of birth")


def sent(day: str, month: str, year: str) -> Birth:
    return Birth({"born_day": day, "born_month": month, "born_year": year})


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (("3", "3", "2019"), date(2019, 3, 3)),
        (("03", "03", "2019"), date(2019, 3, 3)),
        ((" 3 ", "March", "2019"), date(2019, 3, 3)),
        (("3", "mar", "2019"), date(2019, 3, 3)),
        (("3", "MAR.", "2019"), date(2019, 3, 3)),
        (("3", "sept", "2019"), date(2019, 9, 3)),
        (("1", "may", "2019"), date(2019, 5, 1)),
        (("31", "12", "1999"), date(1999, 12, 31)),
        (("29", "2", "2024"), date(2024, 2, 29)),
        (("३", "३", "2019"), date(2019, 3, 3)),
    ],
)
def test_date_as_people_type_it(typed, read):
    form = sent(*typed)
    assert form.is_valid()
    assert form.cleaned_data["born"] == read


@pytest.mark.parametrize(
    ("typed", "message", "wrong"),
    [
        (("", "", ""), "Enter date of birth", ("day", "month", "year")),
        (("3", "", "2019"), "Date of birth must include a month", ("month",)),
        (("", "3", ""), "Date of birth must include a day and year", ("day", "year")),
        (("32", "3", "2019"), "Date of birth must have a day between 1 and 31", ("day",)),
        (("0", "3", "2019"), "Date of birth must have a day between 1 and 31", ("day",)),
        (("third", "3", "2019"), "Date of birth must have a day between 1 and 31", ("day",)),
        (("\x00", "3", "2019"), "Date of birth must have a day between 1 and 31", ("day",)),
        (("9" * 5000, "3", "2019"), "Date of birth must have a day between 1 and 31", ("day",)),
        (
            ("3", "13", "2019"),
            "Date of birth must have a month between 1 and 12, or its name",
            ("month",),
        ),
        (
            ("3", "ma", "2019"),
            "Date of birth must have a month between 1 and 12, or its name",
            ("month",),
        ),
        (
            ("3", "3", "19"),
            "Date of birth must have a year of 4 figures, such as 2019",
            ("year",),
        ),
        (
            ("30", "2", "2024"),
            "Date of birth must be a real date: February 2024 has 29 days",
            ("day",),
        ),
    ],
)
def test_date_that_cannot_be_read(typed, message, wrong):
    form = sent(*typed)
    assert form.errors["born"] == [message]
    assert form.fields["born"].wrong_parts(form["born"].data) == wrong


def test_date_that_was_not_sent_at_all():
    assert Birth({}).errors["born"] == ["Enter date of birth"]


def test_date_that_may_stay_empty():
    assert DateField(required=False).clean(["", "", ""]) is None


def test_date_out_of_bounds():
    field = DateField(label="Date of birth", earliest=date(2000, 1, 1), latest=localdate)
    tomorrow = localdate() + timedelta(days=1)
    assert refusal(field, date(1999, 12, 31)) == "Date of birth must be 1 January 2000 or later"
    assert refusal(field, tomorrow) == "Date of birth must be today or earlier"
    assert field.clean(localdate()) == localdate()


def refusal(field: DateField, day: date) -> str:
    with pytest.raises(ValidationError, match="must be") as caught:
        field.clean(day)
    return caught.value.messages[0]


def test_date_within_bounds_is_wrong_in_all_its_parts():
    assert DateField().wrong_parts(["3", "3", "2019"]) == ("day", "month", "year")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"label": "When was the child born?"}, "Enter the date"),
        ({"label": "When?", "subject": "The date of birth"}, "Enter the date of birth"),
        ({}, "Enter the date"),
        ({"label": "TAF meeting"}, "Enter TAF meeting"),
        ({"label": "Date", "error_messages": {"required": "Say when"}}, "Say when"),
    ],
)
def test_words_for_no_date(arguments, message):
    assert DateField(**arguments).error_messages["required"] == message


@pytest.mark.parametrize("kept", [date(2019, 3, 4), "2019-03-04"])
def test_date_kept_is_shown_in_its_parts(kept):
    form = Birth(initial={"born": kept})
    html = str(form["born"])
    assert all(f'value="{part}"' in html for part in ("4", "3", "2019"))


def test_date_unchanged_is_no_change():
    form = Birth(
        {"born_day": "4", "born_month": "March", "born_year": "2019"},
        initial={"born": date(2019, 3, 4)},
    )
    assert not form.has_changed()
