"""An edition as a letter. Its links are those of the page and the same in every letter, but for the
two that are its reader's own.
"""

from django.conf import settings
from django.utils.formats import date_format

from tscb.bulletin.editions.reading import read
from tscb.bulletin.letters import Letter, Links, written
from tscb.bulletin.models import Edition

LONGEST = 200


def letter_of(edition: Edition, links: Links | None) -> Letter:
    """As the edition stands now: what is no longer public is not in it. No `links` in a preview."""
    contents = read(edition)
    address = settings.SITE_ADDRESS + contents.edition.get_absolute_url()
    told = {"contents": contents, "edition": contents.edition, "address": address}
    return written("edition", subject_of(contents.edition), told, links)


def subject_of(edition: Edition) -> str:
    month = date_format(edition.month, "F Y")
    said = f"E-bulletin {edition.number}, {month}: {edition.title}"
    return " ".join(said.split())[:LONGEST]
