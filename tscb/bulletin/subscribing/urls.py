"""Addresses of those who get letters."""

from django.urls import path

from tscb.bulletin.subscribing.views import mine, subscribe
from tscb.bulletin.subscribing.views.address import address, new_address
from tscb.bulletin.subscribing.views.stop import stop

OWN = "mine/<str:key>"

urlpatterns = [
    path("subscribe/", subscribe.subscribe, name="subscribe"),
    path("subscribe/sent/", subscribe.asked, name="asked"),
    # Before the key: this word is nobody's.
    path("mine/", subscribe.own_link, name="own_link"),
    path("mine/sent/", subscribe.link_sent, name="link_sent"),
    path(f"{OWN}/", mine.mine, name="mine"),
    path(f"{OWN}/confirm/", mine.confirm, name="confirm"),
    path(f"{OWN}/change/", mine.change, name="change"),
    path(f"{OWN}/address/", address, name="address"),
    path(f"{OWN}/delete/", mine.delete, name="delete"),
    path("address/<str:token>/", new_address, name="new_address"),
    path("stop/<str:kind>/<str:key>/", stop, name="stop"),
]
