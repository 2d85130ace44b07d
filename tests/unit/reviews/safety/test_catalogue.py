"""The table in docs/safety-gate.md says what is found in each test PDF, and says it of all."""

import re

import pytest
from django.conf import settings

from reviews.name_check import compared
from reviews.safety.findings import Finding
from tests.unit.reviews.safety.catalogue import ALL, KNOWN, LEAKS, LOOK_ALIKES
from tests.unit.reviews.safety.documents import examined

DOCUMENT = settings.BASE_DIR / "docs" / "safety-gate.md"
ROW = re.compile(
    r"^\| `(?P<pdf>[^`]+)` \|(?P<kind>[^|]+)\| (?P<found>[^|]+) \|(?P<limits>[^|]*)\|$"
)


def rows() -> dict[str, str]:
    """What the table says is found, for each test PDF."""
    lines = DOCUMENT.read_text().splitlines()
    return {row["pdf"]: row["found"] for line in lines if (row := ROW.match(line))}


def told(finding: Finding) -> str:
    cleaned = ", cleaned" if finding.cleaned else ""
    return f"{finding.severity}{cleaned}: {finding.kind}"


def found_in(name: str) -> str:
    findings = compared(examined(ALL[name]), KNOWN)
    return "; ".join(dict.fromkeys(map(told, findings))) or "nothing"


def test_table_and_test_pdfs_are_in_step() -> None:
    assert sorted(rows()) == sorted(ALL)


def test_no_row_stands_twice() -> None:
    named = [row["pdf"] for line in DOCUMENT.read_text().splitlines() if (row := ROW.match(line))]
    assert len(named) == len(set(named))


def test_there_are_enough_of_both() -> None:
    assert len(set(LEAKS.values())) >= 30
    assert len(set(LOOK_ALIKES.values())) >= 12


@pytest.mark.parametrize("name", ALL)
def test_what_is_found_is_what_the_table_says(name: str) -> None:
    assert found_in(name) == rows()[name]


@pytest.mark.parametrize("name", LOOK_ALIKES)
def test_clean_look_alike_is_no_finding(name: str) -> None:
    assert found_in(f"clean: {name}") == "nothing"
