"""What is stored of a text: a short list of elements, whatever came in, and the same when cleaned
again."""

import pytest

from tscb.common.rich_text.cleaning import cleaned

SHAPES = [
    "<h2>A</h2>\n<p>B <strong>c</strong> <a href=\"/refer/\">d</a></p>",
    "<ul><li>One<ul><li>Below</li></ul></li><li>Two</li></ul>",
    "<ol><li>One</li><li>Two</li></ol>",
    '<div data-notice="inset"><p>A</p><ul><li>b</li></ul></div>',
    '<div data-notice="warning"><p>A</p></div>',
    "<details><summary>More</summary><h3>A</h3><p>B</p></details>",
    "<table><tbody><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2<br>3</td></tr></tbody></table>",
]  # fmt: skip


@pytest.mark.parametrize("html", SHAPES)
def test_every_shape_stays_as_it_is(html):
    assert cleaned(html) == html


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>"),
        ('<p onclick="go()" style="color:red" class="x" id="y">a</p>', "<p>a</p>"),
        ('<p><a href="javascript:alert(1)">a</a></p>', "<p>a</p>"),
        ('<p><a href="data:text/html,x">a</a></p>', "<p>a</p>"),
        ('<p><a href="/a/" target="_blank" rel="x">a</a></p>', '<p><a href="/a/">a</a></p>'),
        ('<p>a <img src="https://elsewhere.example/a.png" alt="x"></p>', "<p>a</p>"),
        ('<p>a<svg><script>alert(1)</script></svg></p>', "<p>a</p>"),
        ("<h1>A</h1><h5>B</h5>", "<h2>A</h2>\n<h4>B</h4>"),
        ("<h2><strong>A</strong></h2><h3> </h3>", "<h2>A</h2>"),
        ("<p>a</p><p>&nbsp;</p><p><br></p>", "<p>a</p>"),
        ("<p>a<br><br>b<br>c<br></p>", "<p>a</p>\n<p>b<br>c</p>"),
        ("<div>a<p>b</p>c</div>", "<p>a</p>\n<p>b</p>\n<p>c</p>"),
        ("<p><em>a</em> <u>b</u></p>", "<p>a b</p>"),
        ("<p>a<strong> b </strong>c</p>", "<p>a <strong>b</strong> c</p>"),
        ("<p><b>a</b><b>b</b></p>", "<p><strong>ab</strong></p>"),
        ('<div data-notice="odd"><p>a</p></div>', "<p>a</p>"),
        ('<div data-notice="inset"><h2>A</h2><table><tr><td>b</td></tr></table></div>',
         '<div data-notice="inset"><p><strong>A</strong></p><p>b</p></div>'),
        ("<ul><ul><li>a</li></ul></ul>", "<ul><li><ul><li>a</li></ul></li></ul>"),
        ("<ul>a<li>b</li><ul><li>c</li></ul></ul>",
         "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"),
        ("<li>a</li>", "<ul><li>a</li></ul>"),
        ("<ul><li><p>a</p><p>b</p><table><tr><td>c</td></tr></table></li></ul>",
         "<ul><li>a<br>b<br>c</li></ul>"),
        ("<ul><li><table><tr><td>c</td></tr></table></li></ul>", "<ul><li>c</li></ul>"),
        ("<table><tr><td>A<td>B</tr><tr><td>1</tr><tr></tr></table>",
         "<table><tbody><tr><th>A</th><th>B</th></tr><tr><td>1</td><td></td></tr></tbody></table>"),
        ("<details><summary>A</summary><details><summary>B</summary><p>c</p></details></details>",
         "<details><summary>A</summary><p><strong>B</strong></p><p>c</p></details>"),
        ("<p><a href='/a/'>a <a href='/b/'>b</a></a></p>",
         '<p><a href="/a/">a</a> <a href="/b/">b</a></p>'),
        ("<p>1 &lt; 2 &amp; 3</p>", "<p>1 &lt; 2 &amp; 3</p>"),
        ("<p>\xad\u200ba\u00a0\u00a0b</p>", "<p>a b</p>"),
        ("<p> </p>", ""),
    ],
)  # fmt: skip
def test_what_has_no_place_goes_and_its_words_stay(given, kept):
    assert cleaned(given) == kept
    assert cleaned(kept) == kept


def test_text_in_the_markup_of_before_becomes_html():
    before = "Who **must** refer:\n\n- [one](/a/)\n- two\n\n## Then\n\n1. <b>first</b>"
    assert cleaned(before) == (
        "<p>Who <strong>must</strong> refer:</p>\n"
        '<ul><li><a href="/a/">one</a></li><li>two</li></ul>\n'
        "<h2>Then</h2>\n<ol><li>&lt;b&gt;first&lt;/b&gt;</li></ol>"
    )
