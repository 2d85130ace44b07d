"""Text pasted from Word, Outlook, Google Docs and LibreOffice, in shapes that they really give."""

from pathlib import Path

import pytest

from tscb.common.rich_text.cleaning import cleaned_html

PASTED = Path(__file__).with_name("pasted")


@pytest.mark.parametrize(
    ("program", "kept"),
    [
        (
            "word",
            "<h2>Who can refer</h2>\n"
            "<p>Any practitioner in Tameside can <strong>refer</strong> a case.</p>\n"
            "<ul><li>First point<ul><li>Below it</li></ul></li><li>Second</li></ul>\n"
            "<h2>How</h2>\n<ol><li>Speak to your manager</li></ol>",
        ),
        (
            "outlook",
            "<p>Dear all,</p>\n<ul><li>Papers</li><li>Minutes</li></ul>\n"
            '<p><a href="mailto:a@board.example">a@board.example</a></p>',
        ),
        (
            "google",
            "<h2>Criteria</h2>\n<p><strong>You must</strong> refer.</p>\n<ul><li>harm</li></ul>",
        ),
        (
            "libre",
            "<p><strong>Not a heading: it ends so.</strong></p>\n<h2>A heading</h2>\n"
            "<p>Text</p>\n<h3>Named</h3>\n<ul><li>not a list</li></ul>\n<h2>Title</h2>",
        ),
    ],
)
def test_pasted_text_keeps_its_meaning_and_loses_its_look(program, kept):
    pasted = (PASTED / f"{program}.html").read_text()
    assert cleaned_html(pasted) == kept
    assert cleaned_html(kept) == kept
