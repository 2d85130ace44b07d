"""A mail as a file (.eml), read by Python's own parser."""

import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from typing import IO

from tscb.common.uploads.inspection.parts import Attachment
from tscb.common.uploads.inspection.refusals import Refused

FIRST_LINE = re.compile(rb"\s*(?:From [^\n]*\n)?[!-9;-~]{1,76}:[^\n]*\n")
SENDER = re.compile(rb"^from:", re.IGNORECASE | re.MULTILINE)
WHEN = re.compile(rb"^(?:date|received|message-id):", re.IGNORECASE | re.MULTILINE)
MOST_PARTS = 1_000
SEALED = {
    "application/pkcs7-mime",
    "application/x-pkcs7-mime",
    "application/pgp-encrypted",
    "multipart/encrypted",
}
BODIES = {"text/plain", "text/html", "text/calendar", "text/enriched", "text/richtext"}


def begins(beginning: bytes) -> bool:
    """Whether headers come first, with a sender and something that only a sent mail has."""
    headers = re.split(rb"\r?\n\r?\n", beginning.lstrip(), maxsplit=1)[0]
    return bool(
        FIRST_LINE.match(headers + b"\n") and SENDER.search(headers) and WHEN.search(headers)
    )


def attachments(file: IO[bytes]) -> Iterator[Attachment]:
    """All parts but the words themselves, those of mails inside it too."""
    try:
        message = BytesParser(policy=compat32).parse(file)
        for number, part in enumerate(message.walk()):
            if number > MOST_PARTS:
                raise Refused("mail damaged", what="a mail of too many parts")
            if not part.is_multipart():
                yield from _leaf(part)
            elif part.get_content_type() in SEALED:
                raise Refused("mail sealed", what="an encrypted mail")
    except (MessageError, LookupError, ValueError, RecursionError, AttributeError, TypeError):
        raise Refused("mail damaged", what="a damaged mail") from None


def _leaf(part: Message) -> Iterator[Attachment]:
    kind = part.get_content_type()
    if kind in SEALED:
        raise Refused("mail sealed", what="an encrypted mail")
    name = part.get_filename() or ""
    if name or kind not in BODIES:
        content = part.get_payload(decode=True)
        yield Attachment(content if isinstance(content, bytes) else b"", name, kind)
