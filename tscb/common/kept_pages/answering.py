"""Answers as WSGI sends them: from a kept page, and as Django made them."""

from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpResponseBase

from tscb.common.kept_pages.asked import Environ
from tscb.common.kept_pages.now import Now
from tscb.common.kept_pages.packing import taken
from tscb.common.kept_pages.page import Headers, Page, Sent
from tscb.common.web import cache_control

Start = Callable[..., Any]
OF_A_BODY = {"Content-Encoding", "Content-Length", "Content-Type", "Content-Disposition"}


def answered(page: Page, now: Now, environ: Environ, start: Start) -> Iterable[bytes]:
    """From what is kept, packed as asked for; without the text for whoever has it already."""
    sent = page.sent(now, taken(environ.get("HTTP_ACCEPT_ENCODING", "")))
    headers = [*sent.headers, ("Cache-Control", cache_control(page.true_for(now)))]
    if _has_it(environ, sent):
        start("304 Not Modified", [one for one in headers if one[0] not in OF_A_BODY])
        return []
    start("200 OK", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [sent.body]


def passed_on(response: HttpResponseBase, environ: Environ, start: Start) -> Iterable[bytes]:
    """What is not for keeping, as Django's own handler sends it."""
    cookies = [("Set-Cookie", one.output(header="")) for one in response.cookies.values()]
    headers: Headers = [*response.items(), *cookies]
    start(f"{response.status_code} {response.reason_phrase}", headers)
    if environ["REQUEST_METHOD"] == "HEAD":
        response.close()
        return []
    return response  # type: ignore[return-value] # an iterable of bytes, whatever its kind


def _has_it(environ: Environ, sent: Sent) -> bool:
    """By its tag; a cache in between may have made it a weak one. The date counts without one."""
    tags = environ.get("HTTP_IF_NONE_MATCH")
    if tags is None:
        since = environ.get("HTTP_IF_MODIFIED_SINCE")
        return since is not None and ("Last-Modified", since) in sent.headers
    given = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
    return sent.etag in given or "*" in given
