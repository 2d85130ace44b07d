"""Addresses of the learning events."""

from django.urls import path

from tscb.common.web import public
from tscb.events import views
from tscb.events.afterwards import views as afterwards
from tscb.events.bookings.views import booking, mine, own_link
from tscb.events.feeds import EventFeed
from tscb.events.invitations.views import invited

app_name = "events"
OWN = "mine/<str:token>"
ONE = f"{OWN}/<int:booking_id>"

urlpatterns = [
    path("", views.index, name="list"),
    # Before the slug: these words are nobody's address.
    path("feed/", public(EventFeed()), name="feed"),
    path("calendar.ics", views.calendar, name="calendar"),
    path("mine/", own_link.ask, name="own_link"),
    path("mine/sent/", own_link.sent, name="link_sent"),
    path(f"{OWN}/", mine.mine, name="mine"),
    path(f"{OWN}/delete/", mine.delete, name="delete"),
    path(f"{ONE}/confirm/", mine.confirm, name="confirm"),
    path(f"{ONE}/change/", mine.change, name="change"),
    path(f"{ONE}/cancel/", mine.cancel, name="cancel"),
    path(f"{ONE}/event.ics", mine.entry, name="own_entry"),
    path(f"{ONE}/certificate/", afterwards.certificate, name="certificate"),
    path("invited/<str:token>/", invited, name="invited"),
    path("feedback/<str:token>/", afterwards.feedback, name="feedback"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/event.ics", views.entry, name="entry"),
    path("<slug:slug>/book/", booking.book, name="book"),
    path("<slug:slug>/book/<str:outcome>/", booking.asked, name="asked"),
]
