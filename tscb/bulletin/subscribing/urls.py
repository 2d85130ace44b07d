"""Addresses of those who get letters."""

from django.urls import path

from tscb.bulletin.subscribing.views import mine
from tscb.bulletin.subscribing.views.stop import stop

OWN = "mine/<str:key>"

urlpatterns = [
    path(f"{OWN}/", mine.mine, name="mine"),
    path(f"{OWN}/delete/", mine.delete, name="delete"),
    path("stop/<str:kind>/<str:key>/", stop, name="stop"),
]
