"""Addresses for entering what came by phone or on paper, under /panel/entry/: staff's side of the
site, where the second factor is asked for."""

from django.urls import path

from referrals.form.entry import views

app_name = "entry"
urlpatterns = [
    path("", views.start, name="start"),
    path("<uuid:referral_id>/", views.go_on, name="go_on"),
]
