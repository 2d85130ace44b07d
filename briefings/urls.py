"""Addresses of the 7 minute briefings."""

from django.urls import path

from briefings import views
from briefings.evidence import views as evidence
from briefings.feeds import BriefingFeed
from tscb.common.web import public

app_name = "briefings"

urlpatterns = [
    path("", views.index, name="list"),
    path("feed/", public(BriefingFeed()), name="feed"),
    path("archive/<int:year>/", views.archive, name="archive"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/used/", evidence.used, name="used"),
    path("<slug:slug>/used/thanks/", evidence.thanks, name="thanks"),
    path("<slug:slug>/cover/<int:width>", views.cover, name="cover"),
    path("<slug:slug>/documents/<uuid:public_id>/<str:name>", views.document, name="document"),
]
