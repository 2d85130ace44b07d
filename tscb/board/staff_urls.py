"""Where board staff and panel members sign in and look after their second factor."""

from django.urls import include, path

from tscb.board import staff_views
from tscb.board.recovery import views as recovery
from tscb.board.sessions import views as sessions
from tscb.common.rich_text.views import tidied

# Of what django-allauth brings along: accounts and their e-mail addresses are the board's to make
# and to change, in the admin. A session left open must not be able to move an account elsewhere.
NOT_OFFERED = [
    "signup/",
    "email/",
    "confirm-email/",
    "confirm-email/<str:key>/",
    "password/set/",
    "login/code/confirm/",
]

urlpatterns = [
    path("", staff_views.home, name="staff_home"),
    path("tidied/", tidied, name="tidied"),
    path("session/", sessions.session, name="session"),
    path("again/", sessions.again, name="sign_in_again"),
    path("kept/<str:token>/", sessions.kept, name="kept_form"),
    *[path(address, staff_views.not_offered) for address in NOT_OFFERED],
    path("recovery/", recovery.recoveries, name="recovery"),
    path("recovery/<int:pk>/", recovery.recovery_of, name="recovery_of"),
    path("second-factor/lost/", recovery.lost, name="second_factor_lost"),
    path("", include("allauth.account.urls")),
    path("second-factor/", include("allauth.mfa.urls")),
]
