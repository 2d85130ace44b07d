"""What is asked for, in the one way of writing that pages are kept under.

Two requests that Django would answer alike have one key, and nothing of a visitor is in it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.handlers.wsgi import get_bytes_from_wsgi, get_path_info, get_script_name
from django.http import QueryDict
from django.http.request import split_domain_port, validate_host
from django.urls import Resolver404, resolve

from tscb.common.web import PublicPage

Environ = dict[str, Any]
LONGEST = 500  # characters of a path, and of a query
OF_THE_SERVER = (
    "SERVER_NAME", "SERVER_PORT", "SERVER_PROTOCOL",
    "wsgi.version", "wsgi.errors", "wsgi.multithread", "wsgi.multiprocess", "wsgi.run_once",
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """`key` is scheme, host, path and canonical query."""

    key: tuple[str, str, str, str]
    page: PublicPage

    @property
    def has_query(self) -> bool:
        return bool(self.key[3])

    def environ(self, theirs: Environ) -> Environ:
        """A request for the same page from nobody: no cookie, no header, no address of theirs."""
        scheme, host, path, query = self.key
        ours = {name: theirs[name] for name in OF_THE_SERVER if name in theirs}
        ours |= {"REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "PATH_INFO": path, "HTTP_HOST": host}
        ours |= {"QUERY_STRING": query, "REMOTE_ADDR": "", "wsgi.input": BytesIO()}
        ours["wsgi.url_scheme"] = theirs["wsgi.url_scheme"]
        if settings.SECURE_PROXY_SSL_HEADER:
            ours[settings.SECURE_PROXY_SSL_HEADER[0]] = scheme
        return ours


def asked(environ: Environ) -> Asked | None:
    """None where nothing may be kept: Django answers then as it always did."""
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or get_script_name(environ):
        return None
    host = environ.get("HTTP_HOST", "")
    path = environ.get("PATH_INFO") or "/"
    ours = len(path) <= LONGEST and is_ours(host, environ.get("SERVER_PORT", ""))
    page = public_page(path) if ours else None
    query = canonical(environ, page.asks) if page else None
    if page is None or query is None:
        return None
    return Asked((scheme(environ), host, path, query), page)


def scheme(environ: Environ) -> str:
    """As Django's HttpRequest.scheme finds it."""
    if settings.SECURE_PROXY_SSL_HEADER:
        name, secure = settings.SECURE_PROXY_SSL_HEADER
        if name in environ:
            return "https" if environ[name].split(",")[0].strip() == secure else "http"
    return str(environ["wsgi.url_scheme"])


@lru_cache(maxsize=256)
def is_ours(host: str, port: str) -> bool:
    """Written in the usual way: every other way would take room for the same pages again."""
    domain, asked_port = split_domain_port(host)
    usual = host == host.lower() and asked_port in {"", port}
    return usual and bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)


@lru_cache(maxsize=4_096)
def public_page(path: str) -> PublicPage | None:
    """What the view of this path says of its pages; None where nothing of it is kept."""
    try:
        view = resolve(get_path_info({"PATH_INFO": path})).func
    except Resolver404:
        return None
    page = getattr(view, "public_page", None)
    return page if page and page.kept else None


def canonical(environ: Environ, asks: Iterable[str]) -> str | None:
    """What the page looks at, in the order of names; None for what is too long or too much."""
    if not environ.get("QUERY_STRING"):
        return ""
    try:
        given = QueryDict(get_bytes_from_wsgi(environ, "QUERY_STRING", ""))
    except Exception:  # whatever is wrong with it, Django says so better
        return None
    pairs = [(name, value) for name in sorted(asks) for value in given.getlist(name) if value]
    query = urlencode(pairs)
    return query if len(query) <= LONGEST else None
