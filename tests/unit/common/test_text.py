"""The small markup of editors' texts, and that of explanation pages."""

import re
import time

import pytest

from tscb.common.text import render, render_page


def plain(html: str) -> str:
    """The HTML without the classes, which other tests look at."""
    return re.sub(r' class="[^"]*"', "", html).strip()


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one\n\ntwo", "<p>one</p>\n<p>two</p>"),
        ("one\ntwo", "<p>one<br>\ntwo</p>"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
        ("so **many** words", "<p>so <strong>many</strong> words</p>"),
        ("[words](https://x.example/y)", '<p><a href="https://x.example/y">words</a></p>'),
        ("https://x.example/y", '<p><a href="https://x.example/y">https://x.example/y</a></p>'),
        ("a@board.org", '<p><a href="mailto:a@board.org">a@board.org</a></p>'),
        ("", ""),
    ],
)
def test_render_small_markup(text, html):
    assert plain(render(text)) == html


@pytest.mark.parametrize(
    "text",
    [
        "# heading",
        "1. one",
        "1.",
        "2) two",
        "+ plus",
        "* star",
        "a *star* and _line_ and __lines__",
        "***",
        "`code` and ~~gone~~",
        "---",
        "| a | b |",
        "home.It was",
        "[words](javascript:alert(1))",
        "[words](data:text/html,x)",
    ],
)
def test_render_anything_else_is_plain(text):
    assert plain(render(text)) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("A&E", "A&amp;E"),
        ("A &amp; E", "A &amp;amp; E"),
        ("> said", "&gt; said"),
        ('[x](https://x.example/"onclick=1)', None),
    ],
)
def test_render_lets_no_html_through(text, html):
    rendered = render(text)
    assert html is None or plain(rendered) == f"<p>{html}</p>"
    assert '"onclick' not in rendered


def test_render_inside_a_list_only_dashes_make_lists():
    html = plain(render("- 1. one\n- * star\n- **bold**"))
    items = ["<li>1. one</li>", "<li>* star</li>", "<li><strong>bold</strong></li>"]
    assert html == "\n".join(["<ul>", *items, "</ul>"])


def test_render_bold_next_to_a_star():
    assert plain(render("***both***")) == "<p>*<strong>both</strong>*</p>"


def test_render_gives_classes_of_the_design_system():
    html = render("words https://x.example\n\n- item")
    assert '<p class="govuk-body">' in html
    assert '<ul class="govuk-list govuk-list--bullet">' in html
    assert 'class="govuk-link"' in html


@pytest.mark.parametrize("odd", ["[", "*", "**a ", "_a", "- ", "a@", "([", "\\", "[a]("])
def test_render_odd_text_takes_no_time(odd):
    begun = time.process_time()
    render((odd * 20_000)[:20_000])
    assert time.process_time() - begun < 5


def test_page_headings_start_below_the_page_own():
    html = render_page("# one\n## two\n### three\n##### five")
    assert re.findall(r"<(h\d) class=\"([^\"]+)\">", html) == [
        ("h2", "govuk-heading-m"),
        ("h2", "govuk-heading-m"),
        ("h3", "govuk-heading-s"),
        ("h4", "govuk-heading-s"),
    ]
    assert html.count("</h2>") == 2


def test_page_numbered_list():
    html = render_page("1. one\n2. two")
    assert '<ol class="govuk-list govuk-list--number">' in html


def test_page_lets_no_html_through():
    html = render_page("<b>bold</b> and ![x](https://x.example/p.png)\n\n<div>\n\n    code")
    assert "&lt;b&gt;" in html
    for tag in ("<b>", "<img", "<div", "<code", "<pre"):
        assert tag not in html


def test_page_star_stays_a_star():
    assert plain(render_page("2 *3* and **4**")) == "<p>2 *3* and <strong>4</strong></p>"
