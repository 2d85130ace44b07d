"""The years from which the board has cases to report on."""

from django.db.models import Max, Min
from django.utils import timezone

from referrals.models.referral import Referrals
from tscb.common.reporting_years import ReportingYear, year_of


def years_with_cases(referrals: Referrals) -> list[ReportingYear]:
    """The newest first, and this year whether or not anything has come."""
    ends = referrals.order_by().aggregate(first=Min("submitted_at"), last=Max("submitted_at"))
    days = [timezone.localdate(), *(timezone.localdate(at) for at in ends.values() if at)]
    years = range(year_of(max(days)).begins_in, year_of(min(days)).begins_in - 1, -1)
    return [ReportingYear(year) for year in years]
