"""Addresses of the panel, under /panel/."""

from django.urls import include, path

from referrals.meetings.views import agenda
from referrals.panel import agreement
from referrals.panel.board import views as board
from referrals.panel.case import reading
from referrals.panel.case import views as case
from referrals.panel.figures import views as figures
from referrals.panel.files import file
from referrals.panel.notes.views import notes
from referrals.panel.origins import origins
from referrals.panel.people import views as people

app_name = "panel"
urlpatterns = [
    path("", board.board, name="received"),
    path("figures/", figures.figures, name="figures"),
    path("figures/exact.csv", figures.exact, name="figures_exact"),
    path("figures/to-publish.csv", figures.publishable, name="figures_for_publication"),
    path("", include("referrals.keeping.urls")),
    path("", include("referrals.clock.urls")),
    path("", include("referrals.summaries.panel_urls")),
    path("referrals/<uuid:referral_id>/", reading.referral, name="referral"),
    path("referrals/<uuid:referral_id>/files/<uuid:file_id>/", file, name="file"),
    path("referrals/<uuid:referral_id>/meeting/", agenda.choose, name="meeting"),
    path("referrals/<uuid:referral_id>/agreement/ask/", agreement.ask, name="agreement_ask"),
    path("referrals/<uuid:referral_id>/agreement/enter/", agreement.enter, name="agreement_enter"),
    path("referrals/<uuid:referral_id>/notes/", notes, name="notes"),
    path("referrals/<uuid:referral_id>/people/", people.people, name="people"),
    path("referrals/<uuid:referral_id>/people/lead/", people.lead, name="lead"),
    path("referrals/<uuid:referral_id>/people/hand-over/", people.hand_over, name="hand_over"),
    path("referrals/<uuid:referral_id>/people/restrict/", people.restrict, name="restrict"),
    path("referrals/<uuid:referral_id>/people/open/", people.unrestrict, name="unrestrict"),
    path("referrals/<uuid:referral_id>/people/conflict/", people.recuse, name="recuse"),
    path(
        "referrals/<uuid:referral_id>/people/conflict/<int:recusal_id>/end/",
        people.end_recusal,
        name="end_recusal",
    ),
    path("referrals/<uuid:referral_id>/history/", case.history, name="history"),
    path("", include("referrals.meetings.urls")),
    path("reviews/<int:review_id>/referrals/", origins, name="origins"),
    path("", include("referrals.auditing.urls")),
    path("", include("referrals.deciding.urls")),
    path("", include("referrals.publication.urls")),
]
