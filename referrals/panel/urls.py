"""Addresses of the panel, under /panel/."""

from django.urls import path

from referrals.panel import views
from referrals.panel.files import file
from referrals.panel.origins import origins

app_name = "panel"
urlpatterns = [
    path("", views.received, name="received"),
    path("referrals/<uuid:referral_id>/", views.referral, name="referral"),
    path("referrals/<uuid:referral_id>/files/<uuid:file_id>/", file, name="file"),
    path("reviews/<int:review_id>/referrals/", origins, name="origins"),
]
