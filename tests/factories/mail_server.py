"""A mail server on this machine that keeps what it is given, and can break off at any step.

Small on purpose: it knows the commands of one plain sending, and answers as it is told.
"""

import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from email.policy import default

# Called before each answer with the command (“.” where a letter is whole, TAKEN when it is kept)
# and the mailbox; gives another answer, BREAK to hang up without one, or None.
Answering = Callable[[str, str], str | None]
BREAK = ""
USUAL = {"EHLO": "250 here", "DATA": "354 go on", "QUIT": "221 bye"}


@dataclass
class Got:
    """What was accepted for one mailbox."""

    sender: str
    mailbox: str
    content: bytes

    @property
    def message(self) -> Message:
        return message_from_bytes(self.content, policy=default)


@dataclass
class Mailboxes:
    got: list[Got] = field(default_factory=list)
    answers: Answering = lambda command, mailbox: None
    lines: int = 0  # how many connections there were
    more: threading.Condition = field(default_factory=threading.Condition)

    def keep(self, letter: Got) -> None:
        with self.more:
            self.got.append(letter)
            self.more.notify_all()

    def wait_for(self, number: int, seconds: float = 60) -> None:
        with self.more:
            assert self.more.wait_for(lambda: len(self.got) >= number, seconds)


class Talk(socketserver.StreamRequestHandler):
    server: "Server"

    def handle(self) -> None:
        self.server.mailboxes.lines += 1
        self.sender = self.mailbox = ""
        self._say("220 ready")
        while line := self.rfile.readline():
            command, _, rest = line.decode().strip().partition(" ")
            self._note(command.upper(), rest)
            if not self._answer(command.upper()) or command.upper() == "QUIT":
                return
            if command.upper() == "DATA" and not self._take():
                return

    def _note(self, command: str, rest: str) -> None:
        address = rest.partition("<")[2].partition(">")[0]
        if command == "MAIL":
            self.sender = address
        elif command == "RCPT":
            self.mailbox = address

    def _answer(self, command: str, usual: str = "250 fine") -> bool:
        """Whether the talk goes on."""
        said = self.server.mailboxes.answers(command, self.mailbox)
        if said == BREAK:
            return False
        self._say(said or USUAL.get(command, usual))
        self.refused = bool(said)
        return True

    def _take(self) -> bool:
        if self.refused:
            return True
        lines = iter(self.rfile.readline, b".\r\n")
        content = b"".join(line for line in lines if line or self._gone())
        letter = Got(self.sender, self.mailbox, content)
        said = self.server.mailboxes.answers(".", self.mailbox)
        if not said:
            self.server.mailboxes.keep(letter)
        if said == BREAK or self.server.mailboxes.answers("TAKEN", self.mailbox) == BREAK:
            return False
        self._say(said or "250 taken")
        return True

    def _gone(self) -> bool:
        raise ConnectionResetError

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    mailboxes: Mailboxes

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever hung up is gone: that is what the tests do."""


@contextmanager
def mail_server() -> Iterator[tuple[Mailboxes, int]]:
    """With the port on which it listens."""
    mailboxes = Mailboxes()
    with Server(("127.0.0.1", 0), Talk) as server:
        server.mailboxes = mailboxes
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield mailboxes, server.server_address[1]
        finally:
            server.shutdown()
            thread.join()
