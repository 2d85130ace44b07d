"""Reading files from outside in a child process: what the child may do, and how it can end."""

import io
import os
import resource
import signal
import sys
import threading
from pathlib import Path

import pikepdf
import pytest
from pytest_django.fixtures import Settings

from tests.unit.common.uploads.files import named, pdf_bytes
from tscb.common.uploads import pdf_child, pdf_process
from tscb.common.uploads.pdf_process import Ended, PdfFacts
from tscb.common.uploads.pdf_reading import UnreadablePdfError, opened


def module(folder: Path, lines: str) -> str:
    """A module of its own for a child to run, beside our code."""
    (folder / "tried.py").write_text(
        "import os, time, sys\nfrom tscb.common.uploads.pdf_child import allow_step, line, serve\n"
        f"def job(content):\n    {lines}\nserve(job)\n"
    )
    return "tried"


@pytest.fixture
def beside(tmp_path: Path, settings: Settings) -> Path:
    settings.BASE_DIR = f"{tmp_path}{os.pathsep}{settings.BASE_DIR}"
    return tmp_path


def ran(beside: Path, lines: str, seconds: int = 5) -> tuple[Ended, bytes]:
    with pdf_process.child(module(beside, lines), named(b"content"), seconds=seconds) as said:
        return said[0], said[1].read()


def test_child_gets_the_bytes_and_answers(beside: Path) -> None:
    assert ran(beside, "yield content[::-1]") == (Ended.WELL, b"tnetnoc")


def test_child_gets_no_environment(beside: Path, settings: Settings) -> None:
    settings.UPLOAD_CHILD_ENVIRONMENT = {}
    _, said = ran(beside, "yield line(names=sorted(os.environ), path=sys.path)")
    assert b"SECRET" not in said
    assert b'"names": ["LC_ALL", "PYTHONPATH"]' in said


def test_child_that_works_too_long_is_ended(beside: Path) -> None:
    lines = "allow_step(0.1)\n    yield b'so far'\n    while True: pass"
    assert ran(beside, lines) == (Ended.TOO_LONG, b"so far")


def test_child_that_sleeps_is_ended(beside: Path) -> None:
    assert ran(beside, "time.sleep(30)\n    yield b''", seconds=1)[0] is Ended.TOO_LONG


@pytest.mark.parametrize(
    "lines",
    [
        "os.abort()\n    yield b''",
        "yield bytes(10**12)",
        "raise ValueError(content)\n    yield b''",
    ],
)
def test_child_that_crashes_is_an_answer(beside: Path, lines: str) -> None:
    assert ran(beside, lines) == (Ended.BROKEN_OFF, b"")


def test_child_writes_no_more_than_it_may(beside: Path) -> None:
    name = module(beside, "yield bytes(5000)")
    with pdf_process.child(name, named(b""), seconds=5, written=1000) as (ended, output):
        assert ended is Ended.BROKEN_OFF
        assert len(output.read()) <= 1000


@pytest.mark.parametrize(
    ("code", "ended"),
    [
        (0, Ended.WELL),
        (1, Ended.BROKEN_OFF),
        (-signal.SIGKILL, Ended.BROKEN_OFF),
        (-signal.SIGXCPU, Ended.TOO_LONG),
        (-signal.SIGPROF, Ended.TOO_LONG),
    ],
)
def test_how_a_child_ended(code: int, ended: Ended) -> None:
    assert pdf_process._how(code) is ended


def test_line_that_was_cut_off_is_left_out() -> None:
    output = named(b'{"page": 1}\n{"pa')
    assert list(pdf_process.lines(output.file)) == [{"page": 1}]


def test_facts_of_a_pdf() -> None:
    assert pdf_process.facts(named(pdf_bytes(pages=3))) == PdfFacts(pages=3)


def test_facts_when_the_child_is_broken(settings: Settings) -> None:
    settings.BASE_DIR = "/nowhere"
    assert pdf_process.facts(named(pdf_bytes())) == PdfFacts(problem="broken off")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (pdf_bytes(pages=2), b'{"pages": 2}\n'),
        (b"%PDF-1.7", b'{"problem": "damaged"}\n'),
        (
            pdf_bytes(encryption=pikepdf.Encryption(owner="a", user="b")),
            b'{"problem": "password"}\n',
        ),
    ],
)
def test_what_the_child_says(content: bytes, said: bytes) -> None:
    assert list(pdf_child.facts(content)) == [said]


class Stream:
    """A standard stream of bytes."""

    def __init__(self, content: bytes = b"") -> None:
        self.buffer = io.BytesIO(content)


def test_serve_confines_the_process_and_does_the_job(monkeypatch: pytest.MonkeyPatch) -> None:
    limits: dict[int, tuple[int, int]] = {}
    output = Stream()
    monkeypatch.setattr(resource, "setrlimit", limits.__setitem__)
    monkeypatch.setattr(sys, "argv", ["child", "5", "2000", "1000", "x"])
    monkeypatch.setattr(sys, "stdin", Stream(b"a"))
    monkeypatch.setattr(sys, "stdout", output)
    pdf_child.serve(lambda content, argument: [content, argument.encode()])
    assert output.buffer.getvalue() == b"ax"
    assert limits == {
        resource.RLIMIT_CPU: (5, 6),
        resource.RLIMIT_AS: (2000, 2000),
        resource.RLIMIT_FSIZE: (1000, 1000),
        resource.RLIMIT_CORE: (0, 0),
    }


def test_step_is_timed_by_work_done() -> None:
    pdf_child.allow_step(100)
    assert 90 < signal.getitimer(signal.ITIMER_PROF)[0] < 101
    signal.setitimer(signal.ITIMER_PROF, 0)


def test_unknown_limit_does_not_stop_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(resource, "setrlimit", unknown)
    pdf_child.confine(1, 1, 1)


def test_documents_are_read_by_one_thread_at_a_time() -> None:
    order: list[str] = []

    def read() -> None:
        with opened(pdf_bytes()):
            order.append("second")

    with opened(pdf_bytes()) as document:
        thread = threading.Thread(target=read)
        thread.start()
        thread.join(0.1)
        order.append("first")
        assert len(document) == 1
    thread.join()
    assert order == ["first", "second"]


def test_unreadable_file_says_whether_it_needs_a_password(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"nothing")
    with pytest.raises(UnreadablePdfError) as refused, opened(path):
        pass
    assert not refused.value.needs_password


def test_words_of_a_child_are_heard_while_it_works(
    beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_process, "MOMENT", 0.05)
    heard: list[list[dict[str, int]]] = []
    in_two = "yield line(page=1) + b'{'\n    time.sleep(1)\n    yield b'\"page\": 2}\\n'"
    name = module(beside, in_two)
    with pdf_process.child(name, named(b""), seconds=5, heard=heard.append) as (ended, output):
        assert ended is Ended.WELL
        assert [said["page"] for said in pdf_process.lines(output)] == [1, 2]
    # The second may be heard too, in the moment between its last word and its end.
    assert next(said for said in heard if said) == [{"page": 1}]


def test_child_ends_with_whoever_listens(beside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_process, "MOMENT", 0.05)
    numbers: list[int] = []

    def broken(said: list[dict[str, int]]) -> None:
        numbers.extend(one["number"] for one in said)
        if numbers:
            raise ConnectionError

    name = module(beside, "yield line(number=os.getpid())\n    time.sleep(30)")
    running = pdf_process.child(name, named(b""), seconds=20, heard=broken)
    with pytest.raises(ConnectionError), running:
        raise AssertionError
    with pytest.raises(ProcessLookupError):
        os.kill(numbers[0], 0)
