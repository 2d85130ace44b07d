"""What can be done with a page: publish it or a change of it, take it off, say that it is right.

One person is enough: these pages hold no case, and the site's duty is that they are true today.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from tscb.board.models import Page
from tscb.board.pages.problems import problems_of
from tscb.common.publishing import content, history, proposals
from tscb.common.publishing.content import Content

NEEDED = "The law asks for this page: change its text instead of taking it off."


def check_sound(page: Page) -> None:
    """Raises ValidationError with each error that the public must not meet; warnings may stay."""
    errors = [one.sentence for one in problems_of(page) if one.is_error]
    if errors:
        raise ValidationError(errors)


@transaction.atomic
def keep_draft(*, page: Page, before: Content | None, after: Content, by: Any, event: str) -> None:
    """A version of a page that nobody sees yet."""
    if before == after:
        return
    if before:
        history.keep_found(page, before)
    history.record(page, event, by=by, content=after)


@transaction.atomic
def publish(*, page: Page, by: Any) -> Page:
    """The public sees the page as it was saved last."""
    page = page.refresh_locked()
    if not can_publish(page):
        raise ValidationError("There is nothing to publish: the public sees this text already.")
    if page.proposed:
        content.apply(page, page.proposed.content)
    page = page.refresh_locked()
    check_sound(page)
    event = "Change published" if page.published else "Published"
    page.proposed, page.published = None, True
    page.found_wrong = []
    page.save()
    history.record(page, event, by=by)
    return page


def can_publish(page: Page) -> bool:
    return bool(page.proposed) or not page.published


@transaction.atomic
def take_off(*, page: Page, by: Any) -> Page:
    """The address answers “not found”; the text and a change that waits stay with the staff."""
    page = page.refresh_locked()
    if not can_take_off(page):
        raise ValidationError(NEEDED if page.published else "The public does not see this page.")
    page.published = False
    page.save()
    history.record(page, "Taken off the site", by=by)
    return page


def can_take_off(page: Page) -> bool:
    return page.published and not page.is_fixed


def drop(*, page: Page, by: Any) -> None:
    """The page stays as the public sees it; the change remains in the history."""
    proposals.drop(item=page, by=by)


@transaction.atomic
def mark_reviewed(*, page: Page, by: Any) -> Page:
    """Somebody read the page that the public sees, and it is still right."""
    page = page.refresh_locked()
    if not page.published:
        raise ValidationError("The public does not see this page: publish it instead.")
    page.reviewed_on, page.reminded_at = timezone.localdate(), None
    page.save(update_fields=["reviewed_on", "review_by", "reminded_at"])  # not “last updated”
    history.record(page, "Reviewed: still right", by=by)
    return page


@transaction.atomic
def restore(*, page: Page, version: history.HistoryEntry, by: Any) -> None:
    """An earlier text comes back as a change that waits to be published."""
    page = page.refresh_locked()
    before = proposals.working_content(page)
    with content.undone():
        content.apply(page, version.content)
        after = content.snapshot(page)
    event = f"Restored from {version.at:%-d %B %Y}"
    if page.is_public:
        proposals.propose(item=page, before=before, after=after, by=by, event=event)
        return
    content.apply(page, after)
    keep_draft(page=page, before=before, after=after, by=by, event=event)
