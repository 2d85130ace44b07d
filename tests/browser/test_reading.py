"""Reviews, themes and the text of a document in a real browser: accessible, narrow, on paper."""

import pytest
from playwright.sync_api import expect

from reviews.models import CaseReview, ReportPage, ResearchMessage, Resource
from tests.browser.accessibility import faults
from tests.browser.waiting import ends_at
from tests.factories import (
    make_briefing,
    make_document,
    make_recommendation,
    make_review,
    make_theme,
)

LINK = "https://example.org/a-long-address-of-some-institute"


@pytest.fixture
def review(transactional_db: None) -> CaseReview:
    """A review with everything that a page can show."""
    review, other = make_review(method="Talks.", response="Accepted."), make_review()
    theme = make_theme("Supervision and management oversight")
    for item in (review, other, make_briefing()):
        item.themes.add(theme)
    make_briefing().reviews.add(review)
    make_recommendation(review, owner="Hospital trust", due="2027-03-01", evidence="A new form.")
    document = make_document(review, language="cy")
    ReportPage.objects.create(document_id=document.pk, number=1, text="What was known.")
    theme.research_messages.add(ResearchMessage.objects.create(title="A study", link=LINK))
    theme.resources.add(Resource.objects.create(title="A course", link=LINK))
    return review


def addresses(review: CaseReview) -> list[str]:
    document, theme = review.documents.get(), review.themes.get()
    return [
        review.get_absolute_url(),
        f"{review.get_absolute_url()}documents/{document.public_id}/text/",
        "/themes/",
        theme.get_absolute_url(),
        f"{theme.get_absolute_url()}recommendations/",
    ]


def test_pages_are_accessible_and_fit(window, live_server, review):
    page = window()
    for address in addresses(review):
        page.goto(live_server.url + address)
        assert faults(page) == [], address


def test_one_click_marks_the_whole_citation(window, live_server, review):
    page = window()
    page.goto(live_server.url + review.get_absolute_url())
    page.locator(".board-citation").click()
    marked = page.evaluate("getSelection().toString()")
    assert review.title in marked
    assert marked.strip().endswith(review.get_absolute_url())


def test_paper_has_the_review_and_not_what_leads_elsewhere(window, live_server, review):
    page = window()
    page.emulate_media(media="print")
    page.goto(live_server.url + review.get_absolute_url())
    expect(page.get_by_role("heading", name="What we learned")).to_be_visible()
    expect(page.get_by_role("heading", name="How to cite this review")).to_be_visible()
    expect(page.get_by_role("heading", name="Case reviews with the same themes")).to_be_hidden()


def test_text_of_a_document_opens_at_a_page(window, live_server, review):
    page = window()
    page.goto(live_server.url + review.get_absolute_url())
    page.get_by_role("link", name="Read it as a web page").click()
    page.get_by_role("link", name="1", exact=True).click()
    ends_at(page, "/text/#page-1")
    expect(page.get_by_role("heading", name="Page 1")).to_be_in_viewport()
