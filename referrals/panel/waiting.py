"""How long a referral has waited, in the board's working days."""

from datetime import date, timedelta

from tscb.board.calendar import is_working_day


def working_days_since(received: date, today: date) -> int:
    """Working days after the day of receipt, which itself is day 0."""
    days = (received + timedelta(days=n) for n in range(1, (today - received).days + 1))
    return sum(is_working_day(day) for day in days)
