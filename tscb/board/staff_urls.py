"""Where board staff and panel members sign in and look after their second factor."""

from django.urls import include, path

from tscb.board import staff_views

urlpatterns = [
    path("", staff_views.home, name="staff_home"),
    path("", include("allauth.account.urls")),
    path("second-factor/", include("allauth.mfa.urls")),
]
