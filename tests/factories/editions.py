"""Editions of the e-bulletin with their sections."""

from typing import Any

from tests.factories.bulletin import make_edition
from tscb.bulletin.models import About, Edition, EditionItem, EditionState

ABOUT = {
    "casereview": About.REVIEW,
    "learningevent": About.EVENT,
    "researchmessage": About.RESEARCH,
}


def edition_about(*things: Any, **fields: Any) -> Edition:
    """A published one with a section of words, and one about each thing, unless told otherwise."""
    edition = make_edition(**{"introduction": "What came out **lately**.", **fields})
    make_section(edition, heading="A survey", text="Five questions.", link="/briefings/")
    for thing in things:
        make_section(edition, thing)
    return edition


def draft_about(*things: Any, **fields: Any) -> Edition:
    return edition_about(*things, state=EditionState.DRAFT, **fields)


def make_section(edition: Edition, thing: Any = None, **fields: Any) -> EditionItem:
    """About a review, a briefing, an event or a message; without one, words of staff."""
    if thing is None:
        return EditionItem.objects.create(edition=edition, **fields)
    about = ABOUT.get(thing._meta.model_name, About.BRIEFING)
    told = {about.value: thing, "heading": str(thing), "text": "In short.", **fields}
    return EditionItem.objects.create(edition=edition, about=about, **told)
