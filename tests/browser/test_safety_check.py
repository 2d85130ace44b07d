"""The safety check of a document and words like a name, as editors see them in a real browser."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from reviews import inspection
from reviews.models import ReviewDocument
from reviews.models.document import CheckState
from tests.browser.accessibility import faults
from tests.browser.waiting import says_error
from tests.factories import make_document, make_person, make_review, sign_in
from tests.factories.admin import admin_address, change
from tests.factories.files import pdf, pdf_with_covered_words
from tests.factories.referrals import received
from tscb.board.roles import Role
from tscb.common.publishing.models import Status
from tscb.common.publishing.purge import Purge

pytestmark = pytest.mark.django_db(transaction=True)
LEAKS = "Ring 0161 496 0000 or mail head@school.example.org about it"


def check_address(document: ReviewDocument) -> str:
    return admin_address(document.review, "document", document.review_id, document.pk)


def checked(content: bytes, **fields) -> ReviewDocument:
    """A document of a draft, as the gate leaves it."""
    document = make_document(make_review(status=Status.DRAFT), released_at=None, **fields)
    document.original.save("report.pdf", ContentFile(content))
    document.cleaned.delete()
    inspection.inspect_now(document)
    return document


def test_report_with_critical_findings(signed_in, live_server):
    page = signed_in()
    page.goto(live_server.url + check_address(checked(pdf_with_covered_words())))
    expect(page.get_by_role("heading", name="Blocked by critical findings")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("mend the file and upload it again")
    picture = page.get_by_role("img", name="Page 1 with red frames")
    picture.scroll_into_view_if_needed()
    expect(picture).not_to_have_js_property("naturalWidth", 0)
    expect(page.get_by_role("button", name="sign it off")).to_have_count(0)
    assert faults(page) == []


def test_warnings_get_their_reasons_and_the_document_its_sign_off(signed_in, live_server):
    page, document = signed_in(), checked(pdf(LEAKS))
    page.goto(live_server.url + check_address(document))
    expect(page.get_by_role("status")).to_contain_text("2 warnings without a reason")
    assert faults(page) == []
    page.get_by_role("button", name="Keep this reason").first.click()
    expect(page.get_by_role("alert")).to_contain_text("Write in 10 to 300 letters")
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_role("textbox").first).to_be_focused()
    says_error(page)
    assert faults(page) == []
    for _ in range(2):
        page.get_by_role("textbox").first.fill("The board’s own, meant for everybody")
        page.get_by_role("button", name="Keep this reason").first.click()
        expect(page.get_by_text("Your reason is kept")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="sign it off").click()
    expect(page.get_by_role("heading", name="Signed off")).to_be_visible()
    assert faults(page) == []


def test_waiting_page_tells_how_far_it_is_and_moves_on_by_itself(signed_in, live_server):
    running = {"check_state": CheckState.RUNNING, "pages": 500, "pages_done": 37}
    now = timezone.now()
    review = make_review(status=Status.DRAFT)
    document = make_document(
        review, released_at=None, check_started_at=now, check_heard_at=now, **running
    )
    page = signed_in()
    page.goto(live_server.url + check_address(document))
    expect(page.get_by_role("status")).to_contain_text("Page 37 of 500 is looked at")
    expect(page.get_by_role("progressbar", name="Page 37 of 500")).to_be_visible()
    ReviewDocument.objects.update(pages_done=38)
    expect(page.get_by_role("status")).to_contain_text("Page 38 of 500 is looked at")
    page.get_by_role("link", name="Stop that").click()
    expect(page.get_by_role("link", name="Look again now")).to_be_visible()
    assert faults(page) == []
    ReviewDocument.objects.update(check_state=CheckState.DONE)
    page.get_by_role("link", name="let the page look again by itself").click()
    expect(page.get_by_role("heading", name="Waits for a second person")).to_be_visible()
    assert faults(page) == []


def test_words_like_a_name_and_a_purge_are_accessible(signed_in, live_server):
    page, review = signed_in(), make_review(status=Status.DRAFT)
    editor = sign_in(Client(), make_person(Role.EDITOR))
    change(editor, review, summary="About Morwena")
    reference = received(child_first_names="Morwenna").reference
    editor.post(f"/panel/reviews/{review.pk}/referrals/", {"reference": reference})
    page.goto(live_server.url + admin_address(review, "names", review.pk))
    expect(page.get_by_label("Why may it stay?")).to_be_visible()
    assert faults(page) == []
    page.goto(live_server.url + admin_address(review, "history", review.pk))
    page.get_by_role("link", name="Have words taken out").click()
    assert faults(page) == []
    change(editor, review, summary="About a family")
    page.get_by_label("Words that have to go").fill("Morwena")
    page.get_by_label("Why they have to go").fill("A child was named in a draft")
    page.get_by_role("button", name="Save", exact=True).click()
    page.goto(live_server.url + admin_address(Purge, "change", Purge.objects.get().pk))
    expect(page.get_by_text("a second person has to carry it out")).to_be_visible()
    assert faults(page) == []
