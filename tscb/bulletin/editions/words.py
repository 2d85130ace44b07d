"""What the words of an edition must not say: a letter cannot be taken back. Details that point at a
person, and names from the referral behind a review that it tells of.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from reviews.name_check import known_of, said_of
from reviews.safety.checks.patterns import details_in
from reviews.safety.findings import Kind
from reviews.safety.names import Hit, hits
from tscb.bulletin.models import Edition, EditionItem

# Whom to ask and where to come stand in many editions, and “CIN 12 May 2026” looks like one.
ORDINARY = {Kind.EMAIL, Kind.PHONE, Kind.POSTCODE, Kind.CAR, Kind.INITIALS_WITH_DATE}


def texts_of(edition: Edition, sections: Iterable[EditionItem]) -> Iterator[tuple[str, str]]:
    """Each with the place where it stands."""
    yield "The title", edition.title
    yield "The introduction", edition.introduction
    for section in sections:
        yield f"“{section.heading}”", f"{section.heading}\n{section.text}"


def problems(edition: Edition, sections: list[EditionItem]) -> list[str]:
    """What has to be taken out, a sentence each."""
    texts = list(texts_of(edition, sections))
    found = [
        f"{place} holds what looks like {kind.with_article}: take it out."
        for place, text in texts
        for kind, places in details_in(text)
        if places and kind not in ORDINARY
    ]
    named = (
        f"{place} holds {hit.what} from the referral: take it out."
        for place, hit in _names(texts, sections)
        if hit.sure
    )
    return list(dict.fromkeys([*found, *named]))


def doubts(edition: Edition, sections: list[EditionItem]) -> list[str]:
    """What a person has to look at before it goes out."""
    texts = texts_of(edition, sections)
    found = (
        f"{place} holds {said_of(hit)}" for place, hit in _names(texts, sections) if not hit.sure
    )
    return list(dict.fromkeys(found))


def _names(
    texts: Iterable[tuple[str, str]], sections: Iterable[EditionItem]
) -> Iterator[tuple[str, Hit]]:
    things: list[Any] = [one.review or one.briefing or one.event for one in sections]
    known = [value for thing in filter(None, things) for value in known_of(thing)]
    for place, text in texts:
        for hit in hits(text, known):
            yield place, hit
