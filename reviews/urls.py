"""Addresses of the published case reviews."""

from django.urls import path

from reviews import views
from reviews.catalogue import views as catalogue
from reviews.feeds import ReviewFeed
from reviews.texts import views as texts
from tscb.common.web import public

app_name = "reviews"

urlpatterns = [
    path("", views.index, name="list"),
    # Before the slug: these words are nobody's address.
    path("feed/", public(ReviewFeed()), name="feed"),
    path("export.csv", catalogue.as_csv, name="csv"),
    path("export.json", catalogue.as_json, name="json"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/cover/<int:width>", views.cover, name="cover"),
    path("<slug:slug>/documents/<uuid:public_id>/text/", texts.text, name="text"),
    path("<slug:slug>/documents/<uuid:public_id>/<str:name>", views.document, name="document"),
]
