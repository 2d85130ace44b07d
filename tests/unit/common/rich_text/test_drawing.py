"""A text as the public sees it, and as words for comparing versions."""

from tscb.common.rich_text.drawing import drawn
from tscb.common.rich_text.words import in_words

TEXT = (
    "<h2>Fees &amp; forms</h2><p>See <a href='/refer/'>the form</a>,<br><strong>now</strong>.</p>"
    "<h2>Fees &amp; forms</h2><ul><li>a<ol><li>b</li></ol></li></ul>"
    "<div data-notice='inset'><p>N</p></div><div data-notice='warning'><p>W</p></div>"
    "<details><summary>S</summary><p>T</p></details>"
    "<table><tr><th>A</th><th>B</th></tr><tr><th>r</th><td>1</td></tr></table>"
)


def test_text_wears_the_design_system():
    html = drawn(TEXT)
    for part in (
        '<h2 class="govuk-heading-m" id="fees-forms">Fees &amp; forms</h2>',
        '<h2 class="govuk-heading-m" id="fees-forms-2">',
        '<a class="govuk-link" href="/refer/">',
        '<ul class="govuk-list govuk-list--bullet">',
        '<div class="govuk-inset-text"><p class="govuk-body">N</p></div>',
        '<span class="govuk-visually-hidden">Warning</span><p class="govuk-body">W</p>',
        '<summary class="govuk-details__summary">',
        '<span class="govuk-details__summary-text">S</span>',
        '<div class="govuk-details__text"><p class="govuk-body">T</p></div>',
        '<th class="govuk-table__header" scope="col">A</th>',
        '<th class="govuk-table__header" scope="row">r</th>',
    ):
        assert part in html


def test_what_was_written_past_the_form_is_harmless():
    assert "<script" not in drawn("<p>a</p><script>alert(1)</script>")
    assert drawn("## Hi") == '<h2 class="govuk-heading-m" id="hi">Hi</h2>'
    assert drawn("") == ""


def test_text_in_words_says_all_that_a_version_could_change():
    assert in_words(TEXT).splitlines() == [
        "## Fees & forms",
        "See the form (/refer/), **now**.",
        "## Fees & forms",
        "- a",
        "  1. b",
        "[Inset]",
        "N",
        "[Warning]",
        "W",
        "▸ S",
        "T",
        "A | B",
        "r | 1",
    ]


def test_picture_of_this_site_is_shown_and_no_other():
    own = '<img src="/page-files/1/" alt="A  door">'
    assert drawn(f"<p>See {own}</p>") == (
        '<p class="govuk-body">See</p>\n'
        '<img class="board-picture" loading="lazy" src="/page-files/1/" alt="A door">'
    )
    assert drawn('<p>a<img src="https://elsewhere.example/p.png"></p>') == (
        '<p class="govuk-body">a</p>'
    )
    assert in_words(own) == "[Picture: A door] (/page-files/1/)"
