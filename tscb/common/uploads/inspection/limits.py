"""The most that a file from outside may have, as the parent process says."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Pixels of a picture, bytes of a mail."""

    pixels: int
    mail_bytes: int
