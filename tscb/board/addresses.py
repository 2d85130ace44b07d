"""The one address of this site, whatever a request called it: for what is cited, fed or kept."""

from django.conf import settings

from tscb.board import site


def own_address() -> str:
    """With scheme and host, without a slash at the end."""
    return (site.current().website_address or settings.SITE_ADDRESS).rstrip("/")


def full_address(path: str) -> str:
    """The permanent address of a page of ours, given its path."""
    return f"{own_address()}{path}"
