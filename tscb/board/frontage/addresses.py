"""Addresses that staff type: what leads nowhere, or not everybody, is refused with a sentence."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.urls import Resolver404, ResolverMatch, resolve

from tscb.board.models import Page

EXPLANATION = "board:page"
# Open without an account, but each the affair of one person.
PRIVATE = ("/agreement/", "/calendar/", "/health/", "/preview/", "/staff/", "/summary/")
LINKED = re.compile(r"\]\(([^)\s]+)\)")
check_https = URLValidator(
    schemes=["https"], message="Enter an address that begins with https:// or with /."
)


def check_lasting(address: str) -> None:
    """An address of this site that will not go away: no single review, which may be withdrawn."""
    match = found(address)
    if match.view_name == EXPLANATION:
        raise ValidationError("Choose “An explanation page” for this one, and the page itself.")
    if match.kwargs:
        raise ValidationError(
            "A single review, briefing or theme can be taken off the site, and this entry would "
            "lead nowhere. Lead to a list, such as /case-reviews/?theme=neglect"
        )


def found(address: str) -> ResolverMatch:
    """The public page of this site that has the address; raises ValidationError for none."""
    path = urlsplit(address).path
    if not path.startswith("/") or address.startswith("//"):
        raise ValidationError("Begin an address of this site with one /, as in /case-reviews/")
    try:
        match = resolve(path)
    except Resolver404:
        raise ValidationError(f"No page of this site has the address {path}") from None
    if getattr(match.func, "login_required", True) or path.startswith(PRIVATE):
        raise ValidationError(f"{path} is not open to everybody.")
    _check_page_is_public(match, path)
    return match


def _check_page_is_public(match: ResolverMatch, path: str) -> None:
    slug = match.kwargs.get("slug", "")
    if match.view_name == EXPLANATION and not Page.objects.published().filter(slug=slug).exists():
        raise ValidationError(f"No page of this site has the address {path}")


def check_links(text: str) -> None:
    """Of a text in the small markup: each link leads to a public page, or safely elsewhere."""
    for address in LINKED.findall(text):
        if address.startswith("/"):
            found(address)
        elif not address.startswith(("tel:", "mailto:")):
            check_https(address)
