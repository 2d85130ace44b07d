"""Where a link on one of our pages leads: a page of this site is asked for as a visitor would ask.

Nothing is asked of other sites: they would learn of it, and may be away for a moment.
"""

import re
from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase, QueryDict
from django.urls import Resolver404, ResolverMatch, resolve

from tscb.board import site
from tscb.board.addresses import own_address
from tscb.board.models import Page, PageFile
from tscb.board.pages.files import file_at
from tscb.board.site_facts import PageLink
from tscb.common.rich_text.allowed import PICTURES
from tscb.common.rich_text.cleaning import kept_clean
from tscb.common.rich_text.drawing import fragments
from tscb.common.rich_text.tree import read

NOWHERE = "leads to nothing that the public sees: it was withdrawn, renamed or never there."
NO_FILE = "leads to a file that was taken away."
NO_HEADING = "leads to a heading that is not there."
FOR_STAFF = "leads to a page for staff alone."
NOT_AN_ADDRESS = "is no address: begin it with / or https://, or with mailto: or tel:."
BEGINNINGS = [
    PageLink("worried-about-a-child", "Worried about a child"),
    PageLink("case-reviews", "Case reviews"),
    PageLink("briefings", "7 minute briefings"),
    PageLink("refer", "The form"),
]
STAFFS = ("/admin/", "/panel/", "/staff/")
EMAIL = re.compile(r"mailto:[^\s@]+@[^\s@]+\.[^\s@]+")
PHONE = re.compile(r"tel:\+?[\d ()-]{3,}")
PROXY_SAYS = "HTTP_X_FORWARDED_PROTO"


def places() -> list[PageLink | PageFile]:
    """What staff are offered to link to: where visitors begin, explanation pages, and files."""
    pages = Page.objects.published().order_by("title").values_list("slug", "title")
    named = [PageLink(slug, site.current().fill(title)) for slug, title in pages]
    return [*BEGINNINGS, *named, *PageFile.objects.all()]


def broken(address: str, text: str) -> str:
    """What is the matter with a link in a text, as the end of a sentence; else nothing."""
    parts = urlsplit(address.removeprefix(own_address()) or "/")
    if parts.scheme in ("mailto", "tel"):
        return "" if EMAIL.match(address) or PHONE.match(address) else NOT_AN_ADDRESS
    if parts.scheme or parts.netloc:
        return "" if "." in parts.netloc else NOT_AN_ADDRESS
    if not parts.path:
        return "" if parts.fragment in _fragments_of(text) else NO_HEADING
    if not parts.path.startswith("/"):
        return NOT_AN_ADDRESS
    if parts.path.startswith(PICTURES):  # not public before its page is
        return "" if file_at(parts.path) else NO_FILE
    return FOR_STAFF if parts.path.startswith(STAFFS) else _asked(parts)


def _fragments_of(text: str) -> set[str]:
    return {name for _, name in fragments(read(kept_clean(text)))}


def _asked(parts: SplitResult) -> str:
    try:
        found = _resolved(parts.path)
    except Resolver404:
        return NOWHERE
    if getattr(found.func, "public_page", None) is None:
        return ""  # the form and the like: there, and nobody's to open from here
    try:
        response = found.func(_request(parts), *found.args, **found.kwargs)
    except (Http404, PermissionDenied):
        return NOWHERE
    if response.status_code >= 400:
        return NOWHERE
    return NO_HEADING if parts.fragment and not _has(response, parts.fragment) else ""


def _resolved(path: str) -> ResolverMatch:
    """People leave out the slash at the end, and the site sends them on."""
    try:
        return resolve(path)
    except Resolver404:
        return resolve(f"{path}/")


def _request(parts: SplitResult) -> Any:
    here = urlsplit(own_address())
    request = HttpRequest()
    request.method, request.path, request.path_info = "GET", parts.path, parts.path
    request.META = {
        "SERVER_NAME": here.hostname or "localhost",
        "SERVER_PORT": "443",
        PROXY_SAYS: here.scheme,
    }
    request.GET = QueryDict(parts.query)
    return request


def _has(response: HttpResponseBase, fragment: str) -> bool:
    content = getattr(response, "content", b"")
    return f'id="{fragment}"'.encode() in content
