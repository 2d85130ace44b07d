"""The page of a review: its order, what helps to read it, and what machines and links take."""

import re
from html import unescape

import pytest
from django.test import Client

from reviews.models import Recommendation
from tests.factories import (
    make_briefing,
    make_document,
    make_recommendation,
    make_review,
    make_theme,
)
from tscb.board import facts, site
from tscb.board.models import BoardSettings
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
IN_ORDER = [
    "Before you read",
    'itemprop="abstract"',
    ">What happened<",
    ">What we learned<",
    ">Recommendations<",
    ">How the review was done<",
    ">The board’s response<",
    ">Documents<",
    ">7 minute briefings on this review<",
    ">Case reviews with the same themes<",
    ">About this review<",
    ">How to cite this review<",
]


def text(client: Client, item) -> str:
    return " ".join(client.get(item.get_absolute_url()).content.decode().split())


def full(number: int = 1):
    """A review with so many of everything."""
    review = make_review(method="Talks.", response="We accept it.", title="Hearing a child")
    for n in range(number):
        make_recommendation(review, text=f"Plan {n}")
        make_document(review, title=f"Report {n}")
        make_briefing().reviews.add(review)
        for one in (review, make_review()):
            one.themes.add(make_theme(f"Theme {n}"))
    return review


def test_parts_stand_in_the_order_of_the_national_repository(client):
    html = text(client, full())
    places = [html.find(part) for part in IN_ORDER]
    assert -1 not in places
    assert places == sorted(places)


def test_recommendation_says_who_until_when_how_far_and_what_was_done(client):
    review = make_review()
    state = Recommendation.Progress.DONE
    make_recommendation(
        review, owner="Hospital trust", due="2027-03-01", status=state, evidence="A new form."
    )
    html = text(client, review)
    for part in ("Hospital trust", "1 March 2027", "Done</strong>", "What was done: A new form."):
        assert part in html


def test_reading_time_is_told(client):
    assert "About 1 minute to read" in text(client, make_review())
    long = make_review(what_happened="word " * 500)
    assert "About 3 minutes to read" in text(client, long)


def test_warning_with_numbers_comes_from_what_staff_entered(client):
    review = make_review()
    assert 'href="tel:116123" class="govuk-link">116 123</a>' in text(client, review)
    facts.set_up()
    BoardSettings.objects.update(content_warning="Call [Kind line](tel:0123).")
    site.forget()
    html = text(client, review)
    assert 'Call <a href="tel:0123" class="govuk-link">Kind line</a>.' in html
    assert "116 123" not in html
    BoardSettings.objects.update(content_warning="")
    site.forget()
    assert "Before you read" not in text(client, review)


def test_it_says_how_to_cite_it_under_its_permanent_address(client, settings):
    settings.SITE_ADDRESS = "https://board.example"
    review = make_review(board_name="Other Board", slug="hearing-a-child", title="Hearing")
    html = text(client, review)
    cited = re.search(r'board-citation"> (.*?) </p>', html)[1]
    assert cited == (
        f"Other Board ({review.published_at:%Y}). <cite>Hearing</cite>. Serious Case Review. "
        "https://board.example/case-reviews/hearing-a-child/"
    )


def test_head_tells_links_and_search_engines_what_the_page_is(client, settings):
    settings.SITE_ADDRESS = "https://board.example"
    cover = {"cover_sizes": [{"width": 320, "height": 200}], "cover_alt": "A ring"}
    review = make_review(slug="hearing", summary="“Known” & heard. " * 20, **cover)
    html = text(client, review)
    address = "https://board.example/case-reviews/hearing/"
    assert f'<link rel="canonical" href="{address}">' in html
    assert f'<meta property="og:url" content="{address}">' in html
    assert f'<meta property="og:image" content="{address}cover/320">' in html
    described = unescape(re.search(r'<meta name="description" content="(.*?)">', html)[1])
    assert described.startswith("“Known” & heard.")
    assert len(described) == 160


def test_machines_read_it_as_a_report_of_the_board(client):
    review = full()
    html = text(client, review)
    assert 'itemscope itemtype="https://schema.org/Report"' in html
    assert f'<meta itemprop="datePublished" content="{review.published_at:%Y-%m-%d}' in html
    assert '<meta itemprop="keywords" content="Theme 0">' in html
    assert '<meta itemprop="encodingFormat" content="application/pdf">' in html
    briefing = text(client, make_briefing(overview=""))
    assert 'itemtype="https://schema.org/LearningResource"' in briefing
    assert 'name="description"' not in briefing


def test_document_says_kind_type_size_pages_and_language(client):
    review = make_review()
    make_document(review, title="Crynodeb", role="executive summary", language="cy", pages=3)
    make_document(review, title="Overview report", language="xx-unknown")
    html = text(client, review)
    assert re.search(r"Executive summary, PDF, [\d.]+\s(bytes|KB), 3 pages, Welsh<", html)
    assert re.search(r">PDF, [\d.]+\s(bytes|KB), 1 page, xx-unknown<", html)
    assert 'hreflang="cy">Crynodeb</a>' in html


def test_related_briefings_and_reviews_are_published_ones(client):
    review = make_review()
    review.themes.add(make_theme())
    make_briefing(title="Draft briefing", status=Status.DRAFT).reviews.add(review)
    make_review(title="Draft review", status=Status.DRAFT).themes.add(make_theme())
    html = text(client, review)
    assert "Draft" not in html
    assert "7 minute briefings on this review" not in html
    assert "Case reviews with the same themes" not in html


@pytest.mark.parametrize("number", [1, 50])
@pytest.mark.usefixtures("facts_are_kept")
def test_queries_do_not_grow(client, django_assert_num_queries, number):
    review = full(number)
    client.get("/worried-about-a-child/")  # the board's names are read and kept
    with django_assert_num_queries(7):
        response = client.get(review.get_absolute_url())
    assert response.status_code == 200
    assert not response.cookies


def test_preview_shows_the_same_page_before_it_is_public(editor_client):
    draft = make_review(status=Status.DRAFT)
    draft.themes.add(make_theme())
    html = editor_client.get(f"/admin/reviews/casereview/{draft.pk}/preview/").content.decode()
    assert "Preview: the public does not see the page like this" in html
    assert 'href="/themes/neglect/"' in html
    assert "datePublished" not in html
