"""The form on paper: every question is in it, on the page and in the PDF."""

import html
from io import BytesIO

import pikepdf
import pytest

from referrals.description.elements import Rows
from referrals.description.on_paper import numbers
from referrals.description.pages import ALL_SECTIONS, questions
from tests.factories.made_pdfs import headings_of, text_of
from tscb.board import site
from tscb.board.models import BoardSettings
from tscb.board.models.settings import ONLY_ROW

pytestmark = pytest.mark.django_db


def said_on(client, address: str) -> str:
    """All words of the page or of the PDF, with single spaces."""
    response = client.get(address)
    assert response.status_code == 200
    if response.headers["Content-Type"] == "application/pdf":
        return text_of(b"".join(response.streaming_content))
    return " ".join(html.unescape(response.content.decode()).split())


def pdf_of(client) -> bytes:
    return b"".join(client.get("/refer/blank/pdf/").streaming_content)


@pytest.mark.parametrize("address", ["/refer/blank/", "/refer/blank/pdf/"])
def test_every_question_and_choice_of_the_description_is_in_it(client, address):
    said, numbered = said_on(client, address), numbers()
    twice = {
        question.name
        for section in ALL_SECTIONS
        if isinstance(section, Rows)
        for page in section.pages
        for question in page.questions
    }
    for question in questions():
        times = said.count(f"{numbered[question.name]} {question.label}")
        assert times == (2 if question.name in twice else 1), question.label
        assert all(option.label in said for option in question.options())


@pytest.mark.parametrize("address", ["/refer/blank/", "/refer/blank/pdf/"])
def test_it_names_the_numbers_and_that_it_is_confidential(client, address):
    said = said_on(client, address)
    for words in ("999", "0161 342 4101", "0161 342 2222", "Confidential when completed"):
        assert words in said
    assert "Only if the answer to 2.3 (“Has the child died?”) is “Yes”." in said


def test_where_to_send_it_is_what_staff_entered(client):
    assert "Ask the Tameside Safeguarding Children Board where to send it" in said_on(
        client, "/refer/blank/"
    )
    BoardSettings.objects.update_or_create(
        pk=ONLY_ROW,
        defaults={"paper_address": "SSCP\n1 Sample Street", "paper_email": "p@secure.example"},
    )
    site.forget()
    for address in ("/refer/blank/", "/refer/blank/pdf/"):
        said = said_on(client, address)
        assert "SSCP, 1 Sample Street." in said
        assert "p@secure.example" in said
        assert "Ask the Tameside" not in said


def test_pdf_is_made_for_everybody(client):
    made = pdf_of(client)
    with pikepdf.open(BytesIO(made)) as pdf:
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert pdf.Root.Lang == "en-GB"
        width, height = (float(side) for side in pdf.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (595, 842)
    assert headings_of(made)[0] == "How to use this form"
    assert "Child 2" in headings_of(made)


def test_pdf_is_made_once(client):
    first = client.get("/refer/blank/pdf/")
    assert first.headers["Content-Disposition"].startswith("inline")
    again = client.get("/refer/blank/pdf/", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("address", ["/refer/blank/", "/refer/blank/pdf/"])
def test_it_is_public_and_the_same_for_everyone(client, address):
    response = client.get(address)
    assert "public" in response.headers["Cache-Control"]
    assert not response.cookies


def test_start_page_leads_to_it(client):
    assert 'href="/refer/blank/"' in client.get("/refer/").content.decode()
