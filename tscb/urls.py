"""The table of contents of the site."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from tscb import views
from tscb.bulletin.editions.views import old_edition
from tscb.common.web import public

# The address of the page this site grew from; it is linked from elsewhere.
OLD_ADDRESS = "professionals/seriouscasereviews.aspx"
# Where editions of the e-bulletin stood: their number had three figures.
OLD_EDITION = "resources/materials/eBulletin/eBulletin_<int:number>_<int:year>_<int:month>.aspx"

urlpatterns = [
    path("", views.home, name="home"),
    path("case-reviews/", include("reviews.urls")),
    path("themes/", include("tscb.training.urls")),
    path("themes/", include("reviews.themes.urls")),
    path("briefings/", include("briefings.urls")),
    path(
        OLD_ADDRESS,
        public(RedirectView.as_view(pattern_name="reviews:list", permanent=True)),
        name="old_address",
    ),
    path(OLD_EDITION, old_edition, name="old_edition"),
    path("learning-events/", include("tscb.events.urls")),
    path("e-bulletin/", include("tscb.bulletin.urls")),
    path("refer/", include("referrals.form.urls")),
    path("agreement/", include("referrals.agreement.urls")),
    path("summary/", include("referrals.summaries.urls")),
    path("calendar/", include("referrals.clock.feed_urls")),
    path("panel/entry/", include("referrals.form.entry.urls")),
    path("panel/", include("referrals.panel.urls")),
    path("preview/", include("tscb.common.publishing.preview_urls")),
    path("staff/reach/", include("tscb.reach.urls")),
    path("staff/", include("tscb.board.staff_urls")),
    path("admin/", admin.site.urls),
    path("health/live", views.live, name="live"),
    path("health/ready", views.ready, name="ready"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    # Last, because it also answers any single word as the address of an explanation page.
    path("", include("tscb.board.urls")),
]

handler400 = views.bad_request
handler403 = views.forbidden
handler404 = views.not_found
handler500 = views.failed
