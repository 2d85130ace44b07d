"""One thing that came with a mail, as mail.py and outlook.py find it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Attachment:
    content: bytes
    name: str = ""
    content_type: str = ""
