"""The address of a person's calendar, under /calendar/: for programs that cannot sign in."""

from django.urls import path

from referrals.clock.views import calendar

app_name = "calendar"
urlpatterns = [path("<str:token>/deadlines.ics", calendar.calendar, name="feed")]
