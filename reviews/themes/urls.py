"""Addresses of the themes."""

from django.urls import path

from reviews.feeds import ThemeFeed
from reviews.themes import views
from tscb.common.web import public

app_name = "themes"

urlpatterns = [
    path("", views.index, name="list"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/feed/", public(ThemeFeed()), name="feed"),
    path("<slug:slug>/recommendations/", views.recommendations, name="recommendations"),
]
