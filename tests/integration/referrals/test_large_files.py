"""A hundred megabytes up and down through the site as it is served: the memory stays flat."""

import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest
from django.test import Client

from referrals.models import ReferralFile
from tests.factories import hostile, make_person, sign_in
from tests.factories.processes import Served, largest_memory, programs_of, served
from tests.factories.referrals import filled_in, send
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)
SIZE, PIECE = 99_000_000, 1_000_000
HEAD = b'--x\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n'
# Kilobytes more than before; and all that a child holds, most of it the parsers' own programs.
MOST_MORE, MOST_IN_CHILD = 20_000, 110_000


def field(name: bytes, content: bytes) -> bytes:
    return HEAD % (name, b"") + content + b"\r\n"


def body(token: str, content: bytes) -> Iterator[bytes]:
    yield field(b"csrfmiddlewaretoken", token.encode())
    yield HEAD % (b"chosen", b'; filename="plan.pdf"')
    for start in range(0, len(content), PIECE):
        yield content[start : start + PIECE]
    yield b"\r\n--x--\r\n"


class Children:
    """Watches what a process starts, and how much memory each of them ever held."""

    def __init__(self, process: int) -> None:
        self.process, self.largest = process, 0
        self._over = threading.Event()
        self._watching = threading.Thread(target=self._watch)

    def _watch(self) -> None:
        while not self._over.wait(0.02):
            for child in programs_of(self.process):
                with suppress(OSError, StopIteration):  # it has ended
                    self.largest = max(self.largest, largest_memory(child))

    def __enter__(self) -> "Children":
        self._watching.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._watching.join()


def add_file(site: Served, cookie: str, content: bytes) -> int:
    page = site.ask("GET", "/refer/files/", headers={"Cookie": cookie})
    morsel = (page.getheader("Set-Cookie") or "").partition(";")[0]
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.read().decode())
    assert found
    told = {
        "Cookie": f"{cookie}; {morsel}",
        "Content-Type": "multipart/form-data; boundary=x",
        "Content-Length": str(sum(map(len, body(found[1], content)))),
    }
    sent = body(found[1], content)
    return site.ask("POST", "/refer/files/", headers=told, body=sent).status


def read_file(site: Served, cookie: str, file: ReferralFile) -> str:
    address = f"/panel/referrals/{file.referral_id}/files/{file.pk}/"
    answer = site.ask("GET", address, headers={"Cookie": cookie})
    digest = hashlib.sha256()
    while piece := answer.read(PIECE):
        digest.update(piece)
    return digest.hexdigest()


def test_a_hundred_megabytes_go_up_and_down_and_take_no_memory(client):
    filled_in(client)
    cookie = f"referral_draft={client.cookies['referral_draft'].value}"
    content = hostile.large(SIZE)
    reader = sign_in(Client(), make_person(Role.PANEL_MEMBER)).cookies["sessionid"].value
    with served() as site:
        add_file(site, cookie, hostile.large(1_000_000))
        before = site.largest_memory()
        with Children(site.process) as children:
            assert add_file(site, cookie, content) == 302
        up = site.largest_memory()
        send(client)
        file = ReferralFile.objects.get(size=len(content))
        assert read_file(site, f"sessionid={reader}", file) == hashlib.sha256(content).hexdigest()
        down = site.largest_memory()
    assert up - before < MOST_MORE
    assert down - up < MOST_MORE
    assert 0 < children.largest < MOST_IN_CHILD
