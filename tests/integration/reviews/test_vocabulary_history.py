"""Words for sorting, what a theme's page shows, and explanation pages: who changed what."""

from typing import Any

import pytest
from django.db.models import Model
from django.test import Client

from reviews.models import Harm, ResearchMessage, Resource, ReviewType, Theme
from tests.factories.admin import add, admin_address, change
from tscb.board.models import Agency
from tscb.common.publishing.history import HistoryEntry

pytestmark = pytest.mark.django_db
WORDS = {"name": "First words", "slug": "first-words"}
LINK = "https://example.org/"
# What each begins with, and the field that is changed.
KINDS: list[tuple[type[Model], dict[str, Any], str]] = [
    (Theme, {**WORDS, "description": "First words"}, "description"),
    (Harm, WORDS, "name"),
    (ReviewType, WORDS, "name"),
    (Agency, WORDS, "name"),
    (
        ResearchMessage,
        {"title": "A", "summary": "First words", "source": "B", "link": LINK},
        "summary",
    ),
    (Resource, {"title": "A", "description": "First words", "link": LINK}, "description"),
]


def versions(item: Model) -> list[HistoryEntry]:
    return list(HistoryEntry.objects.of(item).versions())


def version_page(client: Client, version: HistoryEntry, item: Model) -> str:
    at = admin_address(item, "version", item.pk, version.pk)
    return client.get(at).content.decode()


@pytest.mark.parametrize(("model", "fields", "field"), KINDS, ids=lambda one: str(one)[:40])
def test_change_is_kept_shown_and_taken_back(editor, editor_client, model, fields, field):
    item = model._default_manager.create(**fields)
    if hasattr(item, "themes"):
        item.themes.add(Theme.objects.create(name="Neglect", slug="neglect"))
    change(editor_client, item, **{field: "Other words"})
    changed, found = versions(item)
    assert (changed.by, found.by) == (editor, None)
    shown = version_page(editor_client, changed, item)
    assert "<del>First </del><ins>Other </ins>words" in shown
    assert "It takes effect at once." in shown
    assert (
        editor.email in editor_client.get(admin_address(item, "history", item.pk)).content.decode()
    )
    editor_client.post(admin_address(item, "version", item.pk, found.pk))
    item.refresh_from_db()
    assert getattr(item, field) == "First words"


def test_new_word_begins_its_history(editor, editor_client):
    add(editor_client, Harm, name="Neglect", slug="neglect")
    (first,) = versions(Harm.objects.get())
    assert (first.event, first.by) == ("Written", editor)


def test_order_that_was_changed_in_the_list_is_kept(editor_client):
    harm = Harm.objects.create(name="Neglect", slug="neglect", order=1)
    rows = {"form-0-id": harm.pk, "form-0-order": "7"}
    sizes = {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 1, "_save": "Save"}
    editor_client.post(admin_address(Harm, "changelist"), {**rows, **sizes})
    assert versions(harm)[0].content["fields"]["order"] == 7
    assert len(versions(harm)) == 2
