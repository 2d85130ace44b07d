"""Makes what tests start from, a file a family. Each function takes the fields that matter to the
test and fills in the rest."""

from tests.factories.briefings import make_briefing, make_use
from tests.factories.events import make_event
from tests.factories.files import download, pdf, picture
from tests.factories.people import make_person, sign_in, sign_in_through_pages
from tests.factories.referral_files import make_file
from tests.factories.reviews import (
    make_action,
    make_document,
    make_recommendation,
    make_review,
    make_review_type,
    make_scenario,
    make_theme,
)

__all__ = [
    "download",
    "make_action",
    "make_briefing",
    "make_document",
    "make_event",
    "make_file",
    "make_person",
    "make_recommendation",
    "make_review",
    "make_review_type",
    "make_scenario",
    "make_theme",
    "make_use",
    "pdf",
    "picture",
    "sign_in",
    "sign_in_through_pages",
]
