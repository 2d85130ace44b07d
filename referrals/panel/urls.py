"""Addresses of the panel, under /panel/."""

from django.urls import path

from referrals.panel import agreement
from referrals.panel.files import file
from referrals.panel.origins import origins
from referrals.panel.views import listing, moving, reading

app_name = "panel"
urlpatterns = [
    path("", listing.received, name="received"),
    path("referrals/<uuid:referral_id>/", reading.referral, name="referral"),
    path("referrals/<uuid:referral_id>/files/<uuid:file_id>/", file, name="file"),
    path("referrals/<uuid:referral_id>/meeting/", moving.meeting, name="meeting"),
    path("referrals/<uuid:referral_id>/decision/", moving.decision, name="decision"),
    path("referrals/<uuid:referral_id>/agreement/ask/", agreement.ask, name="agreement_ask"),
    path("referrals/<uuid:referral_id>/agreement/enter/", agreement.enter, name="agreement_enter"),
    path("reviews/<int:review_id>/referrals/", origins, name="origins"),
]
