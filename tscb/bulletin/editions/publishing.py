"""Publishing an edition, which sends it. Nothing else changes its state.

One editor is enough: it repeats what two people have checked, its other words are looked at by
rules, and a page shows all of it, with how many will get it, before the button.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from tscb.board.models import User
from tscb.bulletin.editions import links, words
from tscb.bulletin.editions.reading import read
from tscb.bulletin.models import About, Edition, EditionItem, EditionState
from tscb.bulletin.sending import queue_edition
from tscb.common.publishing import history
from tscb.common.publishing.content import snapshot

EMPTY = "It says nothing yet: add a section that the public may see."
READ_AGAIN = "Somebody changed it after you opened this page: read it as it stands now."


def problems(edition: Edition) -> list[str]:
    """What stands in the way, a sentence each."""
    sections = read(edition).sections
    found = [] if sections else [EMPTY]
    return found + words.problems(edition, _all(edition)) + links_of(edition, sections)


def _all(edition: Edition) -> list[EditionItem]:
    """Also what is not public now: it may be again, and is then shown."""
    return list(edition.items.select_related("review", "briefing", "event"))


def links_of(edition: Edition, sections: list[EditionItem]) -> list[str]:
    found = links.problems_in(edition.introduction)
    for section in sections:
        found += links.problems_in(section.text)
        if section.about == About.WORDS and (said := section.link and links.problem(section.link)):
            found.append(f"The link {section.link} {said}")
    return found


def doubts(edition: Edition) -> list[str]:
    return words.doubts(edition, _all(edition))


def check_publishable(edition: Edition) -> None:
    """Raises ValidationError with a sentence for each thing that stands in the way."""
    edition.check_draft()
    if found := problems(edition):
        raise ValidationError(found)


def can_publish(edition: Edition) -> bool:
    return edition.state == EditionState.DRAFT


def mark_of(edition: Edition) -> str:
    """Of what it says now, for who says “I have read it”."""
    return history.digest_of(snapshot(edition))


@transaction.atomic
def publish(*, edition: Edition, by: User, read_as: str = "") -> Edition:
    """Once, and with all its letters or not at all. `read_as` is the mark of what `by` read."""
    edition = edition.refresh_locked()
    check_publishable(edition)
    if read_as and read_as != mark_of(edition):
        raise ValidationError(READ_AGAIN)
    edition.state, edition.published_at = EditionState.PUBLISHED, timezone.now()
    edition.save()
    history.record(edition, "Published and sent", by=by)
    queue_edition(edition)
    return edition


@transaction.atomic
def note_correction(*, edition: Edition) -> None:
    """What is in mailboxes stays as it was; the page says that it is not the same."""
    edition.corrected_at = timezone.now()
    edition.save(update_fields=["corrected_at", "updated_at"])
