"""Where board staff and panel members sign in and look after their second factor."""

from django.urls import include, path

from tscb.board import staff_views

urlpatterns = [
    path("", staff_views.home, name="staff_home"),
    # Before allauth's own, which it replaces.
    path("login/", staff_views.SignIn.as_view(), name="account_login"),
    path("", include("allauth.account.urls")),
    path("second-factor/", include("allauth.mfa.urls")),
]
