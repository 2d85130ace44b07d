"""Notices, and moments near which they come and go."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from tscb.board.models import Notice


def make_notice(text: str = "The site will be away on Sunday.", **fields: Any) -> Notice:
    """On the site now, for an hour more."""
    now = timezone.now()
    times = {"starts": now - timedelta(hours=1), "ends": now + timedelta(hours=1)}
    return Notice.objects.create(**{"text": text, "shown": True, **times, **fields})
