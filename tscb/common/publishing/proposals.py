"""A change of a page that the public sees: it waits until a second person has checked it.

The page's own rows stay as they are; the proposed text lies in the history, as a whole version.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from tscb.common.publishing import actions, content, history
from tscb.common.publishing.content import Content
from tscb.common.publishing.models import Publishable
from tscb.common.publishing.proposable import Proposable


def working_content(item: Model) -> Any:
    """What an editor goes on from: the proposed change where one waits, else the page. What is
    saved at once has no change that waits."""
    if proposed := getattr(item, "proposed", None):
        return content.with_what_is_there(item, proposed.content)
    return content.snapshot(item)


def show_working_content(item: Any) -> Any:
    """To be called inside `content.undone()`: the rows as they will be after the check."""
    if item.proposed:
        content.apply(item, item.proposed.content)
    return type(item).objects.get(pk=item.pk)


@transaction.atomic
def save_draft(
    *, item: Publishable, before: Content | None, after: Content, by: Any, event: str
) -> None:
    """Keeps a version of what the rows hold already; `before` is None for something new."""
    if before == after:
        return
    if before:
        history.keep_found(item, before)
    history.record(item, event, by=by, content=after)
    actions.note_edit(item=item, by=by)


@transaction.atomic
def propose(*, item: Any, before: Content, after: Content, by: Any, event: str) -> None:
    """Keeps a change of a page that the public sees; its rows stay untouched."""
    item = item.refresh_locked()
    if before == after:
        return
    live = content.snapshot(item)
    history.keep_found(item, live)
    history.keep_found(item, before)
    version = history.record(item, f"{event}, as a proposal", by=by, content=after)
    item.proposed = None if after == live else version
    item.save(update_fields=["proposed"])


def check_acceptable(item: Proposable, by: Any) -> None:
    if not item.proposed or not item.is_public:
        raise ValidationError("There is no change that waits to be checked.")
    actions.check_second_person(item.proposed.by_id, by)


def can_accept(item: Proposable, by: Any) -> bool:
    return bool(item.proposed and item.is_public and item.proposed.by_id != by.pk)


@transaction.atomic
def accept(*, item: Proposable, by: Any) -> Any:
    """A second person has read the change: the public sees it from now on."""
    item = item.refresh_locked()
    check_acceptable(item, by)
    version: Any = item.proposed
    item.proposed = None
    # Written as one: the database refuses a public page without a check even for a moment.
    item.edited_by, item.edited_at = version.by, version.at
    item.checked_by, item.checked_at = by, timezone.now()
    item.save()
    content.apply(item, version.content)
    item = item.refresh_locked()
    actions.check_not_held(item)
    actions.check_ready(item)
    history.record(item, "Change checked: public now", by=by)
    return item


@transaction.atomic
def drop(*, item: Any, by: Any) -> Any:
    """The page stays as the public sees it; the change remains in the history."""
    item = item.refresh_locked()
    if not item.proposed:
        raise ValidationError("There is no change that waits to be checked.")
    item.proposed = None
    item.save(update_fields=["proposed"])
    history.record(item, "Change dropped", by=by)
    return item


@transaction.atomic
def restore(*, item: Any, version: history.HistoryEntry, by: Any) -> None:
    """Brings an earlier text back as a new version, which waits for a check like any edit."""
    item = item.refresh_locked()
    before = working_content(item)
    with content.undone():
        content.apply(item, version.content)
        after = content.snapshot(item)
    event = f"Restored from {version.at:%-d %B %Y}"
    if item.is_public:
        propose(item=item, before=before, after=after, by=by, event=event)
        return
    content.apply(item, after)
    save_draft(item=item, before=before, after=after, by=by, event=event)
