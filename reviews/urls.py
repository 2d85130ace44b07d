"""Addresses of the published case reviews."""

from django.urls import path

from reviews import views
from reviews.catalogue import views as catalogue
from reviews.feeds import ReviewFeed
from reviews.models import ReviewDocument
from reviews.serving import document_of
from reviews.texts.views import text_of
from tscb.common.web import public

app_name = "reviews"
DOCUMENT = "<slug:slug>/documents/<uuid:public_id>"

urlpatterns = [
    path("", views.index, name="list"),
    # Before the slug: these words are nobody's address.
    path("feed/", public(ReviewFeed()), name="feed"),
    path("export.csv", catalogue.as_csv, name="csv"),
    path("export.json", catalogue.as_json, name="json"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/cover/<str:size>", views.cover, name="cover"),
    path(f"{DOCUMENT}/text/", text_of(ReviewDocument), name="text"),
    path(f"{DOCUMENT}/<str:name>", document_of(ReviewDocument), name="document"),
]
