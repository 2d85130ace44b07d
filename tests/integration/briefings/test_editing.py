"""An editor writes a briefing; publishing and documents are the case reviews' mechanism."""

from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from briefings.models import Briefing
from tests.factories import download, make_briefing, make_document, make_review, picture
from tests.factories.admin import (
    add,
    admin_address,
    change,
    change_address,
    press,
    staff_client,
    upload,
)
from tests.factories.importing import briefing, import_records, sections
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db


def typed(count: int = 7, **changes) -> dict:
    parts: dict[str, str] = {}
    for n in range(1, count + 1):
        parts |= {f"heading_{n}": f"Part {n}", f"text_{n}": "What to do."}
    return {"title": "Unseen men", "slug": "unseen-men", "variant": "case", **parts, **changes}


def make_draft(**fields) -> Briefing:
    return make_briefing(status=Status.DRAFT, **fields)


def status_for_public(item) -> int:
    return download(Client(), item.get_absolute_url())[0].status_code


def test_new_briefing_is_saved_as_draft_with_its_parts(editor_client):
    review = make_review()
    changes = {"questions-0-text": "Who?", "reviews": [review.pk], "overview": "In short."}
    assert add(editor_client, Briefing, **typed(**changes)).status_code == 200
    made = Briefing.objects.get()
    assert (made.status, made.overview, made.needs_completing) == (Status.DRAFT, "In short.", False)
    assert [section.heading for section in made.sections.all()] == [
        f"Part {n}" for n in range(1, 8)
    ]
    assert [question.text for question in made.questions.all()] == ["Who?"]
    assert list(made.reviews.all()) == [review]
    assert status_for_public(made) == 404


def test_heading_that_is_too_long_is_refused_and_nothing_typed_is_lost(editor_client):
    page = add(editor_client, Briefing, **typed(heading_1="x" * 101)).content.decode()
    assert "at most 100 characters" in page
    assert "Part 7" in page
    assert not Briefing.objects.exists()


def test_preview_publish_withdraw(editor_client):
    draft = make_draft(title="Not public yet")
    preview = editor_client.get(admin_address(draft, "preview", draft.pk))
    assert "Not public yet" in preview.content.decode()
    assert status_for_public(draft) == 404
    press(editor_client, draft, "check")
    press(editor_client, draft, "publish")
    assert status_for_public(draft) == 200
    press(editor_client, draft, "withdraw")
    assert status_for_public(draft) == 404


def test_publish_at_a_set_time(editor_client, monkeypatch):
    draft = make_draft()
    press(editor_client, draft, "check")
    at = timezone.localtime(timezone.now() + timedelta(days=2)).replace(second=0, microsecond=0)
    page = press(editor_client, draft, "publish", at=f"{at:%Y-%m-%dT%H:%M}").content.decode()
    assert "Scheduled for" in page
    assert status_for_public(draft) == 404
    monkeypatch.setattr(timezone, "now", lambda: at + timedelta(seconds=1))
    assert status_for_public(draft) == 200


def test_check_names_each_section_that_is_empty(editor_client):
    draft = make_draft(sections=6)
    draft.sections.filter(number=3).update(text=" ")
    page = unescape(press(editor_client, draft, "check").content.decode())
    told = "is empty: a 7 minute briefing has exactly seven sections."
    assert f"Section 3, “Part 3”, {told}" in page
    assert f"Section 7 {told}" in page
    assert page.count(told) == 2
    assert status_for_public(draft) == 404


def test_what_does_not_fit_one_page_is_told_before_and_refused_at_the_check(editor_client):
    draft = make_draft()
    draft.sections.update(text="A long sentence about a short visit. " * 80)
    said = "shorten it until it fits one, or it cannot be published."
    assert said in editor_client.get(change_address(draft)).content.decode()
    page = press(editor_client, draft, "check").content.decode()
    assert "It is one page by promise: shorten it." in page
    draft.refresh_from_db()
    assert draft.status == Status.DRAFT


def test_imported_briefing_stays_marked_until_it_has_seven_sections(
    editor_client, second_editor, tmp_path
):
    import_records(tmp_path, briefing(sections=sections(5)))
    imported = Briefing.objects.get()
    listed = editor_client.get(admin_address(Briefing, "changelist"), {"needs_completing": "1"})
    assert "Unseen men" in listed.content.decode()

    change(editor_client, imported, **typed(6))
    press(staff_client(second_editor), imported, "accept")
    imported.refresh_from_db()
    assert imported.needs_completing

    change(editor_client, imported, **typed(7))
    press(staff_client(second_editor), imported, "accept")
    imported.refresh_from_db()
    assert not imported.needs_completing


def test_briefing_that_loses_a_section_is_marked_again(editor_client):
    whole = make_draft()
    change(editor_client, whole, text_7="")
    whole.refresh_from_db()
    assert whole.needs_completing


def test_document_and_cover_of_a_briefing(editor_client, second_editor):
    item = make_briefing()
    cover = {"new_cover": upload("photo.jpg", picture(400, 300)), "cover_alt": "A bench."}
    change(editor_client, item, **cover)
    press(staff_client(second_editor), item, "accept")
    item.refresh_from_db()
    response, _ = download(Client(), f"{item.get_absolute_url()}cover/400")
    assert response.headers["Content-Type"] == "image/jpeg"

    document = make_document(item, released_at=None)
    assert "Waits for a second person" in editor_client.get(change_address(item)).content.decode()
    address = admin_address(item, "document", item.pk, document.pk)
    staff_client(second_editor).post(address)
    assert status_for_public(document) == 200
