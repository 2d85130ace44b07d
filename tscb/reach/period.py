"""What is reported on: a year from April to March, or the last eight quarters, up to today."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from tscb.common.reporting_years import ReportingYear, midnight, year_of

MONTHS = 3  # of a quarter
EIGHT_QUARTERS = "eight-quarters"
YEARS_BACK = 9  # beside this one, to choose from
Choice = tuple[str, str]  # how the address says it, and its name


@dataclass(frozen=True)
class Period:
    """From its first day to the day before `end`. One that still runs ends today."""

    asked: str
    name: str
    first: date
    full_end: date
    years: int = 1

    @property
    def is_running(self) -> bool:
        return self.full_end > localdate()

    @property
    def end(self) -> date:
        return min(self.full_end, localdate() + timedelta(days=1))

    @property
    def last_day(self) -> date:
        return self.end - timedelta(days=1)

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """The first that belongs to it, and the first that does not any more."""
        return midnight(self.first), midnight(self.end)

    @property
    def quarters(self) -> list[date]:
        """The first day of each that has begun."""
        found, quarter = [], self.first
        while quarter < self.end:
            found.append(quarter)
            quarter = months_later(quarter, MONTHS)
        return found

    def end_of(self, quarter: date) -> date:
        """The first day that does not belong to this quarter any more, or tomorrow."""
        return min(months_later(quarter, MONTHS), self.end)

    @property
    def before(self) -> "Period":
        """Just as long, and just before; of one that still runs, up to the same day."""
        back = -12 * self.years
        first, end = months_later(self.first, back), same_day(self.end, -self.years)
        return Period("", self.name_of_before, first, end, self.years)

    @property
    def name_of_before(self) -> str:
        span = "the year before" if self.years == 1 else "the two years before"
        return f"the same time of {span}" if self.is_running else span


def of_year(year: ReportingYear) -> Period:
    return Period(str(year.begins_in), str(year), year.first_day, year.next.first_day)


def last_eight_quarters() -> Period:
    today = localdate()
    this = date(today.year, (today.month - 1) // MONTHS * MONTHS + 1, 1)
    end = months_later(this, MONTHS)
    return Period(EIGHT_QUARTERS, "The last eight quarters", months_later(end, -24), end, 2)


def choices() -> list[Choice]:
    this = year_of(localdate()).begins_in
    years = [ReportingYear(year) for year in range(this, this - YEARS_BACK - 1, -1)]
    eight = (EIGHT_QUARTERS, "The last eight quarters")
    return [eight, *((str(year.begins_in), str(year)) for year in years)]


def asked_for(asked: str) -> Period | None:
    """This year where nothing is asked for; None for what is not among the choices."""
    if not asked:
        return of_year(year_of(localdate()))
    if asked not in dict(choices()):
        return None
    return last_eight_quarters() if asked == EIGHT_QUARTERS else of_year(ReportingYear(int(asked)))


def months_later(first_of_month: date, months: int) -> date:
    year, month = divmod(first_of_month.year * 12 + first_of_month.month - 1 + months, 12)
    return date(year, month + 1, 1)


def same_day(day: date, years: int) -> date:
    """The day of the same name so many years later; 1 March where there is no 29 February."""
    if (day.month, day.day) == (2, 29):
        return date(day.year + years, 3, 1)
    return day.replace(year=day.year + years)
