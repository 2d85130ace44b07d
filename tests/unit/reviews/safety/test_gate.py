"""The gate as the site uses it: any file, however hostile, gets a clear answer in seconds."""

import signal
import zlib
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name
from pytest_django.fixtures import Settings

from reviews.safety import Finding, Kind, Report, Severity, inspect
from reviews.safety.child import work
from reviews.safety.examination import examine
from reviews.safety.findings import joined, shortened
from reviews.safety.gate import report, spans
from tests.unit.reviews.safety import documents
from tests.unit.reviews.safety.documents import PLAIN, examined, only, pdf_of, plain, saved
from tscb.common.uploads.pdf_process import Ended


def inspected(folder: Path, content: bytes) -> Report:
    path = folder / "file.pdf"
    path.write_bytes(content)
    return inspect(path)


def test_report_of_a_plain_file(tmp_path: Path) -> None:
    found = inspected(tmp_path, plain(PLAIN, PLAIN))
    assert (found.findings, found.pages) == ([], 2)
    assert found.text_by_page == ["The panel met in spring and agreed what to learn"] * 2


def test_report_of_a_leak(tmp_path: Path) -> None:
    found = inspected(tmp_path, documents.with_mark("Redact"))
    assert only(found).kind is Kind.REDACTION_MARK
    assert found.blocking == found.left_after_cleaning == found.findings


def laughing_forms() -> bytes:
    """Forms that draw forms that draw forms: a thousand million rectangles in three kilobytes."""
    pdf = pdf_of(b"/X Do")
    form = None
    for _ in range(12):
        inside = Dictionary(XObject=Dictionary(X=form)) if form is not None else Dictionary()
        kind = Dictionary(
            Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 600, 900], Resources=inside
        )
        form = pdf.make_stream(b"0 0 9 9 re f" if form is None else b"/X Do " * 10, kind)
    pdf.pages[0].Resources["/XObject"] = Dictionary(X=form)
    return saved(pdf)


def packed_bomb() -> bytes:
    pdf = pdf_of(b"")
    words = b"BT /F 9 Tf 9 9 Td " + b"(aaaaaaaaa aaaaaaaaa aaaaaaaaa) Tj " * 60_000
    pdf.pages[0].Contents = pdf.make_stream(zlib.compress(words, 9), Filter=Name.FlateDecode)
    return saved(pdf)


def test_endless_drawing_is_ended(tmp_path: Path, settings: Settings) -> None:
    settings.UPLOAD_CHILD_STEP_SECONDS = 0.5
    finding = only(inspected(tmp_path, laughing_forms()))
    assert (finding.kind, finding.severity) == (Kind.UNREADABLE, Severity.CRITICAL)
    assert "takes too long to examine, after 0 whole pages" in finding.message


def test_packed_bomb_is_ended(tmp_path: Path, settings: Settings) -> None:
    settings.UPLOAD_CHILD_MEMORY = 300_000_000
    assert only(inspected(tmp_path, packed_bomb())).kind is Kind.UNREADABLE


UNREADABLE = {
    "no bytes": b"",
    "program": b"MZ" + bytes(5000),
    "truncated": plain()[:-300],
    "truncated before a mark": plain() + b"% cut" * 1000,
    "password": saved(pdf_of(PLAIN), encryption=documents.pikepdf.Encryption(owner="a", user="b")),
    "pages in a circle": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Count 5/Kids[2 0 R 2 0 R]>>endobj\n"
    b"trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF",
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_unreadable_file_is_one_critical_finding(what: str) -> None:
    finding = only(examined(UNREADABLE[what]))
    assert (finding.kind, finding.severity) == (Kind.UNREADABLE, Severity.CRITICAL)
    assert ("password" in finding.message) is (what == "password")


def test_page_bomb_is_refused_before_it_is_read() -> None:
    pdf = pdf_of(PLAIN)
    pages = pdf.Root.Pages
    pages["/Kids"], pages["/Count"] = Array([pdf.pages[0].obj] * 5000), 5000
    assert "The most is 600" in only(examined(saved(pdf))).message


def test_poster_is_drawn_smaller() -> None:
    pdf = pdf_of(PLAIN)
    pdf.pages[0].MediaBox = Array([0, 0, 14000, 14000])
    assert examined(saved(pdf)).findings == []


def test_deep_nesting_is_no_error() -> None:
    nested = b"[" * 5000 + b"]" * 5000
    content = plain().replace(b"trailer", b"9 0 obj\n" + nested + b"\nendobj\ntrailer")
    assert examined(content).pages == 1


def test_work_of_the_child_examines_and_cleans(monkeypatch: pytest.MonkeyPatch) -> None:
    assert b"".join(work(plain(), "clean", "T")).startswith(b"%PDF-")
    timed: list[float] = []
    monkeypatch.setattr(signal, "setitimer", lambda _, seconds: timed.append(seconds))
    assert list(work(plain(), "examine", "600", "5"))[-1] == b'{"done": true}\n'
    assert set(timed) == {5}


def test_steps_are_announced_for_each_page_and_check() -> None:
    steps: list[int] = []
    list(examine(plain(PLAIN, PLAIN), before_step=lambda: steps.append(1)))
    assert len(steps) > 10


def test_what_was_found_before_the_end_is_kept() -> None:
    said = [one for one in examine(documents.with_mark("Redact")) if "done" not in one]
    found = report(said, Ended.BROKEN_OFF)
    assert {one.kind for one in found.findings} == {Kind.REDACTION_MARK, Kind.UNREADABLE}
    assert "breaks the program" in found.findings[0].message


def test_silence_without_a_reason_is_a_finding() -> None:
    assert only(report([])).kind is Kind.UNREADABLE


def test_report_survives_json() -> None:
    found = examined(documents.with_mark("Redact"))
    assert Report.from_json(found.as_json()) == found


def test_most_severe_comes_first() -> None:
    said = [
        {"finding": vars(Finding(Kind.PHONE, severity, page, "x", str(page)))}
        for severity, page in [(Severity.NOTE, 1), (Severity.WARNING, 3), (Severity.CRITICAL, 2)]
    ]
    assert [one.page for one in report([*said, {"done": True}]).findings] == [2, 3, 1]


def test_spans_of_pages() -> None:
    assert spans([1, 2, 3, 7, 9, 10]) == "1–3, 7, 9–10"


def test_excerpts_are_short_and_on_one_line() -> None:
    assert shortened("a\n b") == "a b"
    assert len(shortened("word " * 100)) == 160
    assert joined(["a", "", "b", "a"]) == "a; b"
