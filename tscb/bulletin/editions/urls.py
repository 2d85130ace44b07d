"""Public addresses of the editions; part of those of the e-bulletin."""

from django.urls import path

from tscb.bulletin.editions import views
from tscb.bulletin.editions.feeds import EditionFeed
from tscb.common.web import public

urlpatterns = [
    path("", views.index, name="list"),
    path("feed/", public(EditionFeed()), name="feed"),
    path("archive/<int:year>/", views.archive, name="archive"),
    path("archive/<int:year>/<int:month>/", views.archive, name="month"),
    path("<int:number>/", views.edition, name="edition"),
]
