"""The line to the mail server, which knows whether a message may have gone when it breaks off."""

import smtplib
from typing import Any

from django.core.mail.backends import smtp


class Line(smtplib.SMTP):
    # From the first byte of a message until the server has said whether it takes it.
    may_have_it = False

    def send(self, s: Any) -> None:
        """smtplib sends a command as text, and a message as bytes."""
        self.may_have_it = isinstance(s, bytes)
        super().send(s)

    def getreply(self) -> tuple[int, bytes]:
        reply = super().getreply()
        self.may_have_it = False
        return reply


class EmailBackend(smtp.EmailBackend):
    """Django's, on such a line."""

    connection_class = Line  # type: ignore[assignment] # theirs is a property that gives a class

    @property
    def may_have_it(self) -> bool:
        line: Any = self.connection
        return bool(line and line.may_have_it)
