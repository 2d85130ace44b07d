"""Static files: the vendored ones are what their README says, and nothing of GOV.UK's own look."""

import hashlib
import re

from tests.quality.source import FOREIGN, ROOT

GOVUK = FOREIGN / "govuk-frontend"
WHITE_OR_NEARLY = {
    ("present.css", "background: #fff"),
    ("clock.css", "background: var(--govuk-surface-background-colour, #f3f3f3)"),
}
STYLES = [*GOVUK.glob("*.css"), *(ROOT / "static" / "css").glob("*.css")]


def test_vendored_files_are_those_whose_sum_is_written_down():
    readme = (GOVUK / "README.md").read_text()
    for name in ("govuk-frontend.min.css", "govuk-frontend.min.js"):
        assert hashlib.sha256((GOVUK / name).read_bytes()).hexdigest() in readme


def test_vendored_licence_is_there():
    assert "MIT License" in (GOVUK / "LICENCE.txt").read_text()


def test_no_style_names_a_file():
    """A missing file named in CSS stops collectstatic, and any other costs a visit more."""
    assert len(STYLES) > 1
    assert not [path.name for path in STYLES if re.search(r"url\(|@import", path.read_text())]


def test_no_font_crown_or_crest_of_govuk():
    for path in [*STYLES, *(ROOT / "static" / "img").glob("*.svg")]:
        assert not re.search("transport|crown|crest", path.read_text(), re.IGNORECASE)


def test_script_brings_no_map_that_we_do_not_carry():
    assert "sourceMappingURL" not in (GOVUK / "govuk-frontend.min.js").read_text()


def test_no_width_changes_a_colour():
    """The browser's tests look at colours at one width alone."""
    found = {
        (path.name, what.strip())
        for path in (ROOT / "static" / "css").glob("*.css")
        for block in re.findall(r"@media[^{]*width[^{]*\{((?:[^{}]*\{[^{}]*\})*)", path.read_text())
        for what in re.findall(r"(?<![-\w])(?:color|background[-\w]*|opacity)\s*:[^;}]+", block)
    }
    assert found == WHITE_OR_NEARLY
