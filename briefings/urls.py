"""Addresses of the 7 minute briefings."""

from django.urls import path

from briefings import views
from briefings.evidence import views as evidence
from briefings.feeds import BriefingFeed
from briefings.models import BriefingDocument
from briefings.use import views as use
from reviews.serving import document_of
from reviews.texts.views import text_of
from tscb.common.web import public

app_name = "briefings"
DOCUMENT = "<slug:slug>/documents/<uuid:public_id>"

urlpatterns = [
    path("", views.index, name="list"),
    path("feed/", public(BriefingFeed()), name="feed"),
    path("archive/<int:year>/", views.archive, name="archive"),
    path("archive/<int:year>/<int:month>/", views.archive, name="month"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/used/", evidence.used, name="used"),
    path("<slug:slug>/used/thanks/", evidence.thanks, name="thanks"),
    path("<slug:slug>/cover/<str:size>", views.cover, name="cover"),
    path("<slug:slug>/pdf/", use.pdf, name="pdf"),
    path("<slug:slug>/text/", use.text, name="plain"),
    path("<slug:slug>/present/", use.present, name="present"),
    path("<slug:slug>/team-pack/", use.team_pack, name="pack"),
    path(f"{DOCUMENT}/text/", text_of(BriefingDocument), name="text"),
    path(f"{DOCUMENT}/<str:name>", document_of(BriefingDocument), name="document"),
]
