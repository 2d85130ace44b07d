"""No word of one board or of one law stands in code or templates: names are data of each site."""

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from tests.quality.source import ROOT, files, place

NAMES = re.compile(
    r"Tameside|\bTSCB\b|\bTSCP\b|\bSSCP\b|Serious and Significant|Children.s Hub|\bthe Hub\b"
    r"|0161 342|\bGM\b|Greater Manchester"
)
LAWS = re.compile(r"independent chair\b|Serious Case Review\b|Working Together", re.IGNORECASE)
# Where they may stand, and why.
NAMES_STAND = (
    "tscb/board/defaults.py",  # the first board's facts, and the only place that has them
)
LAWS_STAND = (
    "tscb/board/defaults.py",  # the first board's facts
    "tscb/board/roles.py",  # the key of a role, that audits and rules are kept with
    "tscb/board/models/settings.py",  # examples of what a title can be
    "referrals/clock/known_rules.py",  # each rule with its source
    "referrals/clock/rule_form.py",  # an example of what a set of rules is called
    "reviews/known_types.py",  # types by guidance
)
SAMPLE = re.compile(r"(^|/)sample|_sample|/sample_content/")
FOLDERS = ("templates/", "tscb/", "reviews/", "briefings/", "referrals/", "static/")


def ours(*suffixes: str) -> Iterator[tuple[str, Path]]:
    for path in files(*suffixes):
        name = str(path.relative_to(ROOT))
        if name.startswith(FOLDERS) and not SAMPLE.search(name) and "/migrations/" not in name:
            yield name, path


def texts_in(path: Path) -> Iterator[tuple[int, str]]:
    """Whatever people can read: strings of Python but docstrings, and all of other files but the
    comments of templates."""
    if path.suffix != ".py":
        shown = re.sub(r"{#.*?#}", "", path.read_text())
        yield from enumerate(shown.splitlines(), 1)
        return
    before = tokenize.NEWLINE
    for token in tokenize.generate_tokens(io.StringIO(path.read_text()).readline):
        is_docstring = token.type == tokenize.STRING and before in STARTS
        if token.type in (tokenize.STRING, FSTRING) and not is_docstring:
            yield token.start[0], token.string
        if token.type not in (tokenize.NL, tokenize.COMMENT):
            before = token.type


STARTS = (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING)
FSTRING = getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING)  # from Python 3.12 on


def found(words: re.Pattern[str], allowed: tuple[str, ...], *suffixes: str) -> list[str]:
    return [
        f"{place(path, line)}: {words.search(text)}"
        for name, path in ours(*suffixes)
        if name not in allowed
        for line, text in texts_in(path)
        if words.search(text)
    ]


def test_no_name_of_the_first_board_stands_outside_its_facts() -> None:
    every = (".py", ".html", ".txt", ".md", ".typ", ".js", ".css", ".svg")
    assert found(NAMES, NAMES_STAND, *every) == []


def test_no_word_of_one_law_stands_outside_what_is_chosen_by_guidance() -> None:
    assert found(LAWS, LAWS_STAND, ".py", ".html", ".txt", ".typ") == []


def test_every_exception_is_still_needed() -> None:
    for words, allowed in ((NAMES, NAMES_STAND), (LAWS, LAWS_STAND)):
        named = {one.split(":")[0] for one in found(words, (), ".py")}
        assert set(allowed) <= named
