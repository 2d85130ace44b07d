"""What every page has around it: names, numbers, menu and foot, also when something went wrong."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.forms import CharField
from django.template import engines
from django.template.loader import render_to_string
from django.urls import resolve

from tscb.common.forms import GovukForm

PROBLEMS = ["400", "403", "404", "413", "429", "500", "503"]
LINK = re.compile(r'href="(/[^"]*)"')
LARGEST_FIRST_VISIT = 60_000  # bytes on the wire


def page(source: str, **context: object) -> str:
    return engines["django"].from_string('{% extends "base.html" %}' + source).render(context)


@pytest.mark.parametrize("name", PROBLEMS)
def test_page_of_a_problem_names_the_board_and_whom_to_call(name):
    html = render_to_string(f"{name}.html")
    assert "Tameside Safeguarding Children Board" in html
    assert html.count('href="tel:999"') == 2
    assert html.count("0161 342 4101") >= 1
    assert html.count("0161 342 2222") >= 1
    assert html.count("<h1") == 1


def test_page_for_a_form_left_open_says_so():
    html = render_to_string("403.html", {"form_expired": True})
    assert "This page has been open too long" in html


def test_links_around_every_page_lead_somewhere():
    static = f"/{settings.STATIC_URL.strip('/')}/"
    addresses = {link for link in LINK.findall(page("")) if not link.startswith(static)}
    assert {"/", "/worried-about-a-child/", "/case-reviews/", "/refer/"} <= addresses
    for address in addresses:
        assert resolve(address)


def test_title_says_that_the_form_has_an_error():
    class Name(GovukForm):
        name = CharField(label="Name")

    source = "{% block title %}You{% endblock %}"
    assert "<title>Error: You – " in page(source, form=Name({}))
    assert "<title>You – " in page(source, form=Name())


def test_error_summary_stands_before_the_content():
    class Name(GovukForm):
        name = CharField(label="Your name")

    html = page("{% block content %}<h1>You</h1>{% endblock %}", form=Name({}))
    assert html.index("There is a problem") < html.index("<h1>You</h1>")
    assert '<a href="#id_name">Enter your name</a>' in html


def test_menu_marks_the_part_of_the_site_that_the_page_is_in(rf):
    html = page("", request=rf.get("/case-reviews/a-review/"))
    assert html.count("govuk-service-navigation__item--active") == 1


@pytest.mark.django_db
def test_first_visit_is_light(client):
    html = client.get("/").content.decode()
    brought = [html.encode(), *(Path(path).read_bytes() for path in _static_files(html))]
    assert sum(len(gzip.compress(content, 9)) for content in brought) <= LARGEST_FIRST_VISIT


def _static_files(html: str) -> set[str]:
    """All that the page names, and the module that its script brings."""
    named = set(re.findall(r'(?:href|src)="/static/([^"]+)"', html))
    return {
        str(finders.find(name)) for name in named | {"vendor/govuk-frontend/govuk-frontend.min.js"}
    }
