"""Counting what somebody does within a time, over all workers. A throttle that cannot count
refuses: the page it answers with names the telephone number.
"""

import time

from django.core.cache import cache
from django.db import DatabaseError

from tscb.common.encryption import keyed_hash


def allow(scope: str, who: str, limit: int, seconds: int) -> bool:
    """Whether `who` (hashed, never stored in clear) may do this once more within `seconds`."""
    window = int(time.time()) // seconds
    key = f"throttle:{scope}:{keyed_hash(who)[:32]}:{window}"
    try:
        cache.add(key, 0, timeout=seconds)
        return cache.incr(key) <= limit
    except (DatabaseError, ValueError):
        return False


def address_of(request) -> str:
    """The visitor's address as the server in front gave it."""
    return request.META.get("REMOTE_ADDR", "unknown")
