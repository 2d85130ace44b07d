"""The child process: asked for what it wants to see, and gone when it takes too long or breaks."""

import io
import json
import socket
import threading
import time

import pytest

from tests.factories import hostile, pdf
from tests.factories.mails import mail
from tscb.common.uploads.inspection import child, process, sentences
from tscb.common.uploads.inspection.process import Found, inspect
from tscb.common.uploads.inspection.remote import LENGTH, QUESTION, RemoteFile, received


class Watched(io.BytesIO):
    """Counts the bytes that somebody reads."""

    taken = 0

    def read(self, size: int | None = -1) -> bytes:
        part = super().read(size)
        self.taken += len(part)
        return part


def found(content: bytes) -> Found:
    return inspect(io.BytesIO(content), len(content))


def test_good_file_is_known_by_the_child():
    assert found(pdf()) == Found(kind="pdf")


def test_bad_file_comes_with_its_reason():
    assert found(b"MZ nothing") == Found(reason="kind", facts={"what": "a Windows program"})


def test_of_a_large_file_only_parts_are_asked_for():
    content = hostile.large(20_000_000)
    file = Watched(content)
    assert inspect(file, len(content)).kind == "pdf"
    assert file.taken < 2_000_000


def test_child_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(process, "SECONDS", 0)
    before = time.monotonic()
    assert found(pdf()).reason in ("too long", "broken off")
    assert time.monotonic() - before < 10


def test_child_that_takes_too_much_memory_is_an_answer(settings):
    settings.UPLOAD_CHILD_MEMORY = 60_000_000
    assert found(pdf()) == Found(reason="broken off")


def test_what_reading_raises_goes_through():
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise RuntimeError("the store is gone")

    with pytest.raises(RuntimeError, match="the store is gone"):
        inspect(Broken(pdf()), len(pdf()))


def test_child_that_says_something_strange_is_broken(monkeypatch):
    monkeypatch.setattr(process, "MODULE", "platform")  # ends without having said a word
    assert found(pdf()) == Found(reason="broken off")


def conversation(content: bytes, size: int) -> dict[str, object]:
    """The child's own code in this process, with the parent's end served beside it."""
    ours, its = socket.socketpair()
    with ours, its:
        serving = threading.Thread(target=serve, args=(its, content), daemon=True)
        serving.start()
        return child.looked(RemoteFile(ours, size), child.Limits(10**8, 10**7))


def serve(end: socket.socket, content: bytes) -> None:
    try:
        while True:
            place, length = QUESTION.unpack(received(end, QUESTION.size))
            part = content[place : place + length]
            end.sendall(LENGTH.pack(len(part)) + part)
    except (EOFError, OSError):
        return


def test_remote_file_reads_like_any_other():
    assert conversation(mail(), len(mail())) == {"kind": "eml"}
    assert conversation(b"MZ", 2) == {"reason": "kind", "facts": {"what": "a Windows program"}}


def test_main_answers_over_its_standard_input(monkeypatch):
    ours, its = socket.socketpair()
    monkeypatch.setattr(child, "confine", lambda *limits: None)
    monkeypatch.setattr(child.socket, "socket", lambda fileno: its)
    monkeypatch.setattr(child.sys, "argv", ["child", "5", "1", str(len(pdf())), "9", "9"])
    running = threading.Thread(target=child.main)
    running.start()
    with ours, its:
        answer = process._conversation(ours, io.BytesIO(pdf()), time.monotonic() + 30)
        running.join()
    assert answer == {"kind": "pdf"}


def test_every_reason_has_its_sentence():
    facts = {"what": "a thing", "size": "9 by 9"}
    for reason in sentences.SENTENCES:
        words = sentences.sentence(Found(reason=reason, facts=facts))
        assert words[0].islower()
        assert words.endswith(".")
        assert "{" not in words


def test_unknown_reason_has_a_sentence_too():
    assert "cannot be checked safely" in sentences.sentence(Found(reason="new"))


def test_an_answer_is_never_longer_than_it_needs_to_be():
    assert (
        len(json.dumps({"reason": "kind", "facts": {"what": "x" * 500}})) < process.LARGEST_ANSWER
    )
