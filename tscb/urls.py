"""The table of contents of the site."""

from django.contrib import admin
from django.urls import include, path

from tscb import views

urlpatterns = [
    # The home page comes with the apps that it shows.
    path("staff/", include("tscb.board.staff_urls")),
    path("admin/", admin.site.urls),
    path("health/live", views.live, name="live"),
    path("health/ready", views.ready, name="ready"),
]

handler400 = views.bad_request
handler403 = views.forbidden
handler404 = views.not_found
handler500 = views.failed
