"""Where an entry of a menu may lead: parts of the site, an explanation page, or an address."""

from types import MappingProxyType

from django.db.models import TextChoices


class Place(TextChoices):
    HEADER = "header", "Menu at the top of every page"
    FOOTER = "footer", "Links at the foot of every page"


class Target(TextChoices):
    HOME = "home", "Home"
    WORRIED = "worried", "Worried about a child?"
    REVIEWS = "reviews", "Case reviews"
    THEMES = "themes", "Themes"
    BRIEFINGS = "briefings", "7 minute briefings"
    EVENTS = "events", "Learning events"
    BULLETIN = "bulletin", "Get our e-bulletin"
    REFER = "refer", "Refer a case"
    ABOUT = "about", "About the board"
    REVIEWS_FEED = "reviews-feed", "New case reviews as a feed"
    BRIEFINGS_FEED = "briefings-feed", "New briefings as a feed"
    STAFF = "staff", "Sign in for staff"
    PAGE = "page", "An explanation page"
    ADDRESS = "address", "Another address"


# Written out, so that the page for a broken site still has them; a test asks where they lead.
PARTS = MappingProxyType(
    {
        Target.HOME.value: "/",
        Target.WORRIED.value: "/worried-about-a-child/",
        Target.REVIEWS.value: "/case-reviews/",
        Target.THEMES.value: "/themes/",
        Target.BRIEFINGS.value: "/briefings/",
        Target.EVENTS.value: "/learning-events/",
        Target.BULLETIN.value: "/e-bulletin/subscribe/",
        Target.REFER.value: "/refer/",
        Target.ABOUT.value: "/about/",
        Target.REVIEWS_FEED.value: "/case-reviews/feed/",
        Target.BRIEFINGS_FEED.value: "/briefings/feed/",
        Target.STAFF.value: "/staff/",
    }
)
# As many as stand in one line on a desk and are no long way down a telephone without scripts.
MOST = MappingProxyType({Place.HEADER.value: 7, Place.FOOTER.value: 14})
