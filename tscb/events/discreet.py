"""The words of a restricted event name no case: they stand in mails and on certificates of people
who were involved in one.
"""

from django.utils.text import slugify

from reviews.safety.checks.patterns import details_in
from reviews.safety.findings import Kind
from tscb.common.publishing.models import DATE, LETTER

NEUTRAL = (
    "The title, summary and address of an event by invitation must not tell which case it is "
    "about. Take out what looks like {what}, and name the subject instead."
)
# “M60 HUB” and “CIN 12 May 2026” look like these.
LIKE_ORDINARY_WORDS = {Kind.CAR, Kind.INITIALS_WITH_DATE}


def telling(text: str) -> str:
    """What in this text may tell which case it is, for use in a sentence; empty for nothing."""
    words = slugify(text)
    if LETTER.search(words):
        return "a child's letter"
    if DATE.search(words):
        return "a date"
    for kind, places in details_in(text):
        if places and kind not in LIKE_ORDINARY_WORDS:
            return kind.with_article
    return ""
