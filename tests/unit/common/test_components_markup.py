"""The HTML of the components that pages are made of, against what is stored for it."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template.loader import render_to_string

from tests.unit.common.stored_markup import check
from tscb.board.calling.hours import LONDON
from tscb.board.calling.opening import advise
from tscb.board.defaults import CONTACTS
from tscb.board.site_facts import default_facts
from tscb.common.templatetags.house import day

SURE = advise(CONTACTS, (), datetime(2026, 11, 23, 11, tzinfo=LONDON))
UNSURE = advise(CONTACTS, (), datetime(2040, 11, 23, 11, tzinfo=LONDON))
MENU = default_facts().header
ROWS = [
    {"key": "Full name", "value": "Ann <b>", "href": "/refer/you/"},
    {"key": "What happened", "value": "One\nTwo", "href": "/x/", "action": "Read"},
    {"key": "Reference", "value": ""},
]


@pytest.mark.parametrize(
    ("name", "component", "context"),
    [
        ("banner_sure", "worried_banner", {"advice": SURE}),
        ("banner_unsure", "worried_banner", {"advice": UNSURE}),
        ("banner_without_facts", "worried_banner", {}),
        ("numbers_to_call", "numbers_to_call", {"advice": UNSURE}),
        ("numbers_to_call_without_facts", "numbers_to_call", {}),
        ("button", "button", {"text": "Save and continue"}),
        ("button_named", "button", {"text": "Save", "name": "then", "value": "stay"}),
        ("button_secondary", "button", {"text": "Cancel", "kind": "secondary"}),
        ("button_link", "button", {"text": "Refer a case", "href": "/refer/"}),
        ("summary_list", "summary_list", {"rows": ROWS}),
        ("tag", "tag", {"text": "Draft", "colour": "grey"}),
        ("tag_plain", "tag", {"text": "Draft"}),
        ("notification", "notification_banner", {"text": "Kept", "kind": "success", "number": 2}),
        ("notification_plain", "notification_banner", {"text": "Read this"}),
        ("inset", "inset", {"text": "Names are changed"}),
        ("breadcrumbs", "breadcrumbs", {"href": "/briefings/", "text": "Briefings", "here": "One"}),
        ("breadcrumbs_short", "breadcrumbs", {}),
        ("back_link", "back_link", {"href": "/refer/"}),
        (
            "document_link",
            "document_link",
            {"href": "/d/", "title": "Report", "kind": "PDF", "size": 345678, "pages": 42},
        ),
        (
            "document_link_short",
            "document_link",
            {"href": "/d/", "title": "Notes", "kind": "Word", "size": 900, "pages": None},
        ),
        ("sample_marker", "sample_marker", {}),
        ("navigation", "navigation", {"path": "/case-reviews/one/", "links": MENU}),
        ("navigation_home", "navigation", {"path": "/", "links": MENU}),
        ("navigation_here", "navigation", {"path": "/briefings/", "links": MENU}),
        (
            "problem_page",
            "problem_page",
            {"heading": "Not found", "text": "Try.", "action_href": "/", "action_text": "Home"},
        ),
        ("passkey_problem", "passkey_problem", {}),
        ("staff_links", "staff_links", {}),
    ],
)
def test_component(name, component, context):
    check(render_to_string(f"components/{component}.html", context), name)


@pytest.mark.parametrize(("number", "name"), [(1, "first"), (7, "middle"), (20, "last")])
def test_pagination_keeps_the_rest_of_the_query(number, name):
    page = Paginator(range(400), 20).page(number)
    context = {"page": page, "query": QueryDict("q=neglect&page=7&type=a&type=b")}
    check(render_to_string("components/pagination.html", context), f"pagination_{name}")


def test_pagination_of_a_single_page_is_nothing():
    context = {"page": Paginator(range(3), 20).page(1), "query": None}
    assert not render_to_string("components/pagination.html", context).strip()


def test_pagination_without_a_query():
    context = {"page": Paginator(range(30), 20).page(1), "query": None}
    assert 'href="?page=2"' in render_to_string("components/pagination.html", context)


def test_messages_are_numbered_banners():
    messages = [
        SimpleNamespace(level_tag="success"),
        SimpleNamespace(level_tag="info"),
    ]
    html = render_to_string("components/messages.html", {"messages": messages})
    assert 'id="banner-title-1"' in html
    assert 'id="banner-title-2"' in html


@pytest.mark.parametrize(
    ("moment", "html"),
    [
        (date(2026, 3, 2), '<time datetime="2026-03-02">2 March 2026</time>'),
        # Half past midnight in London's summer is still yesterday in UTC.
        (
            datetime(2026, 7, 1, 23, 30, tzinfo=UTC),
            '<time datetime="2026-07-02">2 July 2026</time>',
        ),
        (None, ""),
    ],
)
def test_day(moment, html):
    assert day(moment) == html
