"""Explanation pages that staff edit, and the files that machines read."""

import re
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from tscb.board import facts
from tscb.board.models import BoardSettings, Page

SLUGS = ["learning-reviews", "case-panel", "review-types", "accessibility", "privacy", "cookies"]


@pytest.fixture(autouse=True)
def board(db):
    facts.set_up()


def text_of(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.mark.parametrize("slug", SLUGS)
def test_page_of_a_new_site_has_one_title_and_no_open_placeholder(client, slug):
    text = text_of(client.get(f"/{slug}/"))
    assert text.count("<h1") == 1
    assert not re.search(r"\{[a-z_]+\}", text)
    assert "Last updated" in text


@pytest.mark.parametrize("slug", SLUGS)
def test_page_asks_once_beside_the_facts_and_no_cookie(client, slug, django_assert_num_queries):
    with django_assert_num_queries(9 if slug == "accessibility" else 8):
        response = client.get(f"/{slug}/")
    assert not response.cookies
    assert "public" in response.headers["Cache-Control"]
    assert "Cookie" not in response.headers.get("Vary", "")


def test_a_change_of_name_shows_everywhere(client):
    BoardSettings.objects.update(panel_name="Rapid Review Group", panel_short_name="RRG")
    text = text_of(client.get("/case-panel/"))
    assert '<h1 class="govuk-heading-xl">Rapid Review Group</h1>' in text
    assert "Rapid Review Group (RRG)" in text
    assert "Significant Case Panel" not in text


def test_seed_speaks_on_the_pages(client):
    panel, types = text_of(client.get("/case-panel/")), text_of(client.get("/review-types/"))
    assert "with the agreement of their manager" in panel
    assert "SSCP Screening &amp; Notification Form" in panel
    assert "a child has been harmed" in panel
    for name in ("Serious Case", "Multi-Agency Critical", "Individual Agency", "Learning"):
        assert f"{name} Review" in types


def test_page_taken_off_is_not_there(client):
    Page.objects.filter(slug="privacy").update(published=False)
    assert client.get("/privacy/").status_code == 404
    linked = client.get("/cookies/").context["site"].footer
    assert "/privacy/" not in [link.address for link in linked]


def test_page_that_staff_add_is_served_and_linked(client):
    page = Page.objects.create(slug="training", title="Training", body="## Next", show_in="about")
    assert page.get_absolute_url() == "/training/"
    text = text_of(client.get("/training/"))
    assert '<h2 class="govuk-heading-m" id="next">Next</h2>' in text
    assert 'href="/training/" aria-current="page"' in text
    assert str(page) == "Training"


def test_unknown_word_is_not_found(client):
    assert client.get("/no-such-page/").status_code == 404


def test_html_typed_into_a_page_stays_text(client):
    Page.objects.create(slug="typed", title="{board_short} <b>", body="<script>alert(1)</script>")
    text = text_of(client.get("/typed/"))
    assert "<script>alert" not in text
    assert "TSCB &lt;b&gt;" in text


def test_security_txt_names_a_contact_and_expires_within_a_year(client):
    BoardSettings.objects.update(public_email="us@example.org")
    response = client.get("/.well-known/security.txt")
    lines = dict(line.split(": ", 1) for line in response.content.decode().splitlines()[::-1])
    expires = datetime.fromisoformat(lines["Expires"].replace("Z", "+00:00"))
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert lines["Contact"] == "mailto:us@example.org"
    assert timezone.now() < expires < timezone.now() + timedelta(days=365)
    assert lines["Preferred-Languages"] == "en"


def test_security_txt_without_an_address_leads_to_the_page_that_says_whom_to_ask(client, settings):
    settings.SITE_ADDRESS = "https://board.example.org"
    text = client.get("/.well-known/security.txt").content.decode()
    assert "Contact: https://board.example.org/accessibility/\n" in text


def test_robots_txt_keeps_out_of_what_is_not_for_everyone(client):
    BoardSettings.objects.update(website_address="https://new.example.org/")
    text = client.get("/robots.txt").content.decode()
    for folder in ("admin", "agreement", "panel", "refer", "staff"):
        assert f"Disallow: /{folder}/\n" in text
    assert "Sitemap: https://new.example.org/sitemap.xml" in text
