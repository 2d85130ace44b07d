"""Addresses of the learning events."""

from django.urls import path

from tscb.common.web import public
from tscb.events import views
from tscb.events.feeds import EventFeed

app_name = "events"

urlpatterns = [
    path("", views.index, name="list"),
    # Before the slug: these words are nobody's address.
    path("feed/", public(EventFeed()), name="feed"),
    path("calendar.ics", views.calendar, name="calendar"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/event.ics", views.entry, name="entry"),
]
