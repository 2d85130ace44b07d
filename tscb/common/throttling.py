"""Counting what somebody does within a time, over all workers. A throttle that cannot count lets
nobody on, and does not say that it was too often: that the database is away is answered as always.
"""

import time
from ipaddress import IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tscb.common.encryption import keyed_hash


def allow(scope: str, who: str, limit: int, seconds: int) -> bool:
    """Whether `who` (hashed, never stored in clear) may do this once more within `seconds`."""
    window = int(time.time()) // seconds
    key = f"throttle:{scope}:{keyed_hash(who)[:32]}:{window}"
    return _counted(key, seconds) <= limit


def refusal(
    request: HttpRequest, scope: str, who: str, limit: int, seconds: int
) -> HttpResponse | None:
    """The page that refuses and names the numbers to call, or None while `who` may go on."""
    if allow(scope, who, limit, seconds):
        return None
    return refused(request, seconds)


def refused(request: HttpRequest, seconds: int) -> HttpResponse:
    response = render(request, "429.html", {"wait": in_words(seconds)}, status=429)
    response.headers["Retry-After"] = str(seconds)
    return response


def in_words(seconds: int) -> str:
    """How long to wait at most, as one says it."""
    lengths = ((15 * 60, "a few minutes"), (60 * 60, "an hour"), (24 * 60 * 60, "a day"))
    return next((words for most, words in lengths if seconds <= most), "a few days")


@transaction.atomic
def _counted(key: str, seconds: int) -> int:
    """One more. The cache reads and writes in two steps, so others wait for their turn here."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])
    count = cache.get(key, 0) + 1
    cache.set(key, count, timeout=seconds)
    return count


def address_of(request: HttpRequest) -> str:
    """Where the visitor comes from: behind a proxy, what the proxy itself added last."""
    behind = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_PROXY else ""
    last = behind.rpartition(",")[2].strip()
    return network_of(last or request.META.get("REMOTE_ADDR", "unknown"))


def network_of(text: str) -> str:
    """One household or office: of IPv6 its /64 network, within which anybody may take a new address
    at will. What is no address stays as it is."""
    try:
        address = ip_address(text)
    except ValueError:
        return text
    if not isinstance(address, IPv6Address):
        return str(address)
    return str(address.ipv4_mapped or IPv6Network((int(address), 128)).supernet(new_prefix=64))
