"""Addresses of the panel, under /panel/."""

from django.urls import path

from referrals.panel import views

app_name = "panel"
urlpatterns = [
    path("", views.received, name="received"),
    path("referrals/<uuid:referral_id>/", views.referral, name="referral"),
]
