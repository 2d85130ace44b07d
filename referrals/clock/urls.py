"""Addresses of the clock, under /panel/."""

from django.urls import path

from referrals.clock.views import calendar, case, rules

app_name = "clock"
ONE = "referrals/<uuid:referral_id>/deadlines/"
urlpatterns = [
    path("clock/", calendar.month, name="calendar"),
    path("clock/address/", calendar.address, name="address"),
    path("clock/rules/", rules.rules, name="rules"),
    path("clock/rules/use/", rules.use, name="use"),
    path("clock/rules/new/", rules.new_rule, name="new_rule"),
    path("clock/rules/<slug:key>/", rules.rule, name="rule"),
    path(ONE, case.deadlines, name="case"),
    path(f"{ONE}day/", case.day, name="day"),
    path(f"{ONE}day/taken-away/", case.no_day, name="no_day"),
    path(f"{ONE}<int:deadline_id>/move/", case.move, name="move"),
]
