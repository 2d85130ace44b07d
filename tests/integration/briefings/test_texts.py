"""A document of a briefing as a web page, by the same mechanism as a review's."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command

from briefings.models import BriefingDocument, DocumentPage
from reviews.documents import release, take_in
from tests.factories import download, make_briefing, make_document
from tests.factories.files import pdf
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db


def address(document: Any) -> str:
    return f"/briefings/{document.briefing.slug}/documents/{document.public_id}/text/"


def test_signed_off_sheet_can_be_read_as_a_web_page(client, editor, second_editor):
    document = BriefingDocument(briefing=make_briefing(), title="Sheet to print")
    document.original.save("sheet.pdf", ContentFile(pdf("Ask who cares")), save=False)
    take_in(document=document, by=editor)
    assert client.get(address(document)).status_code == 404
    release(document=document, by=second_editor)
    html = client.get(address(document)).content.decode()
    assert "Ask who cares" in html
    assert document.briefing.overview in html
    assert str(DocumentPage.objects.get()) == "Sheet to print, page 1"
    page = client.get(document.briefing.get_absolute_url()).content.decode()
    assert f'href="{address(document)}"' in page
    assert download(client, document.get_absolute_url())[0].status_code == 200


def test_text_goes_with_the_sign_off(client):
    document = make_document(make_briefing())
    DocumentPage.objects.create(document=document, number=1, text="Ask who cares")
    BriefingDocument.objects.update(released_at=None)
    assert not DocumentPage.objects.exists()


@pytest.mark.parametrize("status", [Status.DRAFT, Status.WITHDRAWN])
def test_text_of_a_briefing_that_is_not_public_is_not_there(client, status):
    document = make_document(make_briefing(status=status))
    DocumentPage.objects.create(document=document, number=1, text="Ask who cares")
    assert client.get(address(document)).status_code == 404
    assert client.get(document.get_absolute_url()).status_code == 404


def test_document_that_was_not_read_is_read_by_a_command(client):
    document = make_document(make_briefing())
    call_command("read_reports", verbosity=0)
    assert "What we learned" in client.get(address(document)).content.decode()
