"""What a message says that came to the return address: a letter was refused (RFC 3464), or its
reader complained (RFC 5965). Whatever else it says is looked at by nobody.

Only the parts right below the message are read, and nothing of them leaves this module but a letter
that is ours and what became of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from typing import Any

from django.db import models

from tscb.bulletin.bounces.return_address import delivery_of
from tscb.bulletin.models import Delivery

LARGEST = 1_000_000  # bytes
CAME_TO = ("Delivered-To", "X-Original-To", "Envelope-To", "To")
NO_SUCH_MAILBOX = "5.1.1"
MOST_FIELDS = 20  # of a kind that are looked at


class Fate(models.TextChoices):
    UNKNOWN_MAILBOX = "unknown mailbox"
    FOR_GOOD = "refused for good"
    FOR_NOW = "refused for now"
    COMPLAINT = "complaint"


@dataclass(frozen=True)
class Report:
    delivery: Delivery
    fate: Fate


def read(raw: bytes) -> Report | None:
    """None where it says nothing about a letter of ours. A hostile message may raise anything."""
    message = message_from_bytes(raw[:LARGEST], policy=compat32)
    if message.get_content_type() != "multipart/report":
        return None
    parts = {part.get_content_type(): part for part in reversed(_inner(message))}
    if refused := parts.get("message/delivery-status"):
        return _report(_values([message], CAME_TO), _fate(_inner(refused)))
    if complaint := parts.get("message/feedback-report"):
        letter = parts.get("message/rfc822") or parts.get("text/rfc822-headers")
        told = _values(_inner(complaint), ("Original-Mail-From",))
        return _report([*told, *_values(_inner(letter), ("Return-Path",))], Fate.COMPLAINT)
    return None


def _report(addresses: Iterable[str], fate: Fate | None) -> Report | None:
    if fate is None:
        return None
    found = (delivery_of(address) for address in addresses)
    delivery = next((one for one in found if one), None)
    return Report(delivery, fate) if delivery else None


def _inner(part: Message | None) -> list[Message]:
    """The parts of a message, or the blocks of fields that a part holds."""
    if part is None or not part.is_multipart():
        return []
    held: Any = part.get_payload()
    return [block for block in held[:MOST_FIELDS] if isinstance(block, Message)]


def _values(blocks: Iterable[Message], names: Iterable[str]) -> list[str]:
    return [
        str(value)
        for block in blocks
        for name in names
        for value in (block.get_all(name) or [])[:MOST_FIELDS]
    ]


def _fate(blocks: list[Message]) -> Fate | None:
    """Only what has failed counts: “delayed” is still on its way, “relayed” may have come."""
    failed = [block for block in blocks if str(block.get("Action", "")).strip().lower() == "failed"]
    states = [value.strip().split(" ")[0] for value in _values(failed, ("Status",))]
    if NO_SUCH_MAILBOX in states:
        return Fate.UNKNOWN_MAILBOX
    if any(state.startswith("5.") for state in states):
        return Fate.FOR_GOOD
    return Fate.FOR_NOW if any(state.startswith("4.") for state in states) else None
