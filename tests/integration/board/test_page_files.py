"""Files and pictures of pages: what is taken in, who gets it, and what keeps it from going."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from tests.factories.files import pdf, pdf_with_covered_words, picture, picture_with_place
from tscb.board.models import Page, PageFile
from tscb.board.pages.problems import problems_of

ADD = reverse("admin:board_pagefile_add")


@pytest.fixture
def page(db) -> Page:
    return Page.objects.create(slug="training", title="Training", body="<p>Words</p>")


@pytest.fixture
def add(editor_client: Client, page: Page, store):
    """Sends the form; gives the answer, whose context tells what was refused."""

    def sent(content: bytes, name: str = "Scan 0012.PDF", **words: str) -> Any:
        data = {"page": page.pk, "title": "Plan of the day", "alternative_text": ""} | words
        return editor_client.post(ADD, data | {"upload": SimpleUploadedFile(name, content)})

    return sent


def refusals(response: Any) -> str:
    assert response.status_code == 200
    return str(response.context["errors"])


def body_of(response: Any) -> bytes:
    return b"".join(response.streaming_content)


def show(page: Page, row: PageFile) -> str:
    """Puts the picture on the page."""
    text = f'<p>Words</p>\n<img src="{row.address}" alt="A room with chairs">'
    page.body = text
    page.save()
    return text


def test_picture_is_made_anew_and_shown_with_its_words(add, client, page):
    assert add(picture_with_place(), "p.jpg", alternative_text="A room").status_code == 302
    row = PageFile.objects.get()
    assert page.body != show(page, row)
    answer = client.get(row.address)
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert 'inline; filename="plan-of-the-day.jpg"' in answer.headers["Content-Disposition"]
    assert not Image.open(BytesIO(body_of(answer))).getexif()
    shown = client.get("/training/").content.decode()
    assert f'src="{row.address}"' in shown
    assert 'alt="A room with chairs"' in shown
    assert not problems_of(page)


def test_preview_of_a_page_that_was_never_public_shows_its_pictures(
    add, client, editor_client, page
):
    add(picture(), "p.jpg", alternative_text="A room")
    row = PageFile.objects.get()
    show(page, row)
    Page.objects.update(published=False)
    preview = editor_client.get(
        reverse("admin:board_page_preview", args=[page.pk])
    ).content.decode()
    there = reverse("admin:board_pagefile_shown", args=[row.public_id])
    assert f'src="{there}"' in preview
    assert row.address not in preview
    answer = editor_client.get(there)
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert "no-store" in answer.headers["Cache-Control"]
    assert body_of(answer).startswith(b"\xff\xd8")
    assert client.get(row.address).status_code == 404
    assert editor_client.get(row.address).status_code == 404
    assert client.get(there).status_code == 302


def test_picture_without_words_is_refused(add):
    assert "what the picture shows" in refusals(add(picture(), "p.jpg"))


def test_pdf_is_cleaned_and_given_to_everybody(add, client):
    assert add(pdf()).status_code == 302
    row = PageFile.objects.get()
    answer = client.get(row.address)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert body_of(answer).startswith(b"%PDF-")
    assert not PageFile.objects.pictures().exists()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (pdf_with_covered_words(), "Page 1:"),
        (b"PK\x03\x04 a letter", "Word, Excel"),
        (b"%PDF-1.7 broken", "PDF"),
        (b"", "empty"),
    ],
    ids=["covered words", "Word", "broken", "empty"],
)
def test_what_cannot_be_public_is_refused_with_a_sentence(add, content, why):
    assert why in refusals(add(content, alternative_text="Words"))
    assert not PageFile.objects.exists()


def test_file_goes_with_its_page(add, client, page):
    add(pdf())
    row = PageFile.objects.get()
    Page.objects.update(published=False)
    assert client.get(row.address).status_code == 404


def test_file_that_a_text_shows_stays(add, editor_client, page):
    add(picture(), "p.jpg", alternative_text="A room")
    row = PageFile.objects.get()
    show(page, row)
    delete = reverse("admin:board_pagefile_delete", args=[row.pk])
    said = editor_client.post(delete, {"post": "yes"}, follow=True).content.decode()
    assert "stands on the page “Training”" in said
    page.body = "<p>Words</p>"
    page.save()
    editor_client.post(delete, {"post": "yes"})
    assert not PageFile.objects.exists()


def test_words_of_a_picture_cannot_be_taken_away(add, editor_client, page):
    add(picture(), "p.jpg", alternative_text="A room")
    row = PageFile.objects.get()
    change = reverse("admin:board_pagefile_change", args=[row.pk])
    assert row.address in editor_client.get(change).content.decode()
    data = {"title": "Another title", "alternative_text": ""}
    assert "what the picture shows" in refusals(editor_client.post(change, data))
    editor_client.post(change, data | {"alternative_text": "Two rooms"})
    row.refresh_from_db()
    assert (row.title, row.alternative_text) == ("Another title", "Two rooms")


def test_text_with_a_picture_that_is_gone_says_so(page):
    page.body = '<img src="/page-files/5b3f1d8e-0000-4000-8000-000000000000/" alt="A room">'
    page.save()
    (problem,) = problems_of(page)
    assert problem.is_error
    assert "The picture “A room”" in problem.sentence
    assert "leads to a file that was taken away" in problem.sentence


def test_editor_is_offered_the_files(add, editor_client, page):
    add(picture(), "p.jpg", alternative_text="A room")
    add(pdf(), title="Form on paper")
    form = editor_client.get(reverse("admin:board_page_change", args=[page.pk])).content.decode()
    picture_row, pdf_row = PageFile.objects.order_by("kind")
    assert f'value="{picture_row.address}" data-shows="A room"' in form
    assert f'<option value="{pdf_row.address}">Form on paper' in form
