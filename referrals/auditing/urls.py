"""Addresses of the audit, under /panel/."""

from django.urls import path

from referrals.auditing import views

app_name = "auditing"
urlpatterns = [
    path("audit/", views.events, name="events"),
    path("audit/export.csv", views.export, name="export"),
    path("audit/check/", views.check, name="check"),
    path("referrals/<uuid:referral_id>/printed/", views.printed, name="printed"),
]
