"""What staff may put forward on the home page: each app may have a module `highlights`, which names
the view of one item (`VIEW`) and gives those of some addresses that are public (`published`).
"""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve

from tscb.common.discovery import discover

WHAT = "Copy the address of a published case review or 7 minute briefing, as in /briefings/…/"


def found(addresses: Iterable[str]) -> list[Any]:
    """The items that are public, in the order of their addresses; one question for each app that is
    named at all."""
    addresses = list(addresses)
    items = {
        item.get_absolute_url(): item
        for module in discover("highlights")
        if (slugs := [slug for view, slug in map(_named, addresses) if view == module.VIEW])
        for item in module.published(slugs)
    }
    return [items[address] for address in addresses if address in items]


def title_of(address: str) -> str:
    """Nothing where it is not public."""
    return next((item.title for item in found([address])), "")


def check_public(typed: str) -> str:
    """The address without the name of the site; raises ValidationError unless it is public."""
    address = urlsplit(typed.strip()).path
    if not title_of(address):
        raise ValidationError(WHAT)
    return address


def _named(address: str) -> tuple[str, str]:
    try:
        match = resolve(address)
    except Resolver404:
        return "", ""
    return match.view_name, str(match.kwargs.get("slug", ""))
