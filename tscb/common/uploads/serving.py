"""Sends a kept file to a browser that must not run, guess or frame anything in it.

Who may have the file is decided before: in the apps' views.
"""

from email.utils import parsedate_to_datetime
from typing import IO, cast

from django.core.files.base import File
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date

from tscb.common.uploads.ranges import FilePart, NoSuchPartError, wanted_part

POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'"


def file_response(
    file: File,
    *,
    name: str,
    content_type: str,
    inline: bool,
    request: HttpRequest | None = None,
    indexed: bool = True,
    mark: str = "",
) -> HttpResponseBase:
    """The file, shown (`inline`) or saved under `name`.

    A file outside the store is known again by its `mark`, which no other content has.

    With the request it also answers HEAD, “only if changed” and “only this part” (a PDF viewer
    turns pages of a long report that way). `indexed=False` keeps search engines away.
    """
    headers = _headers(name, content_type, inline, indexed) | _marks(file, mark)
    response = _answer(file, request, headers)
    for header, value in headers.items():
        response.headers[header] = value
    return response


def _answer(file: File, request: HttpRequest | None, headers: dict[str, str]) -> HttpResponseBase:
    if request and (unchanged := _unchanged(request, headers)):
        file.close()
        return unchanged
    try:
        part = _part(file, request, headers)
    except NoSuchPartError:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{file.size}"})
    if request and request.method == "HEAD":
        file.close()
        return HttpResponse(headers={"Content-Length": str(file.size)})
    return _partial(file, *part) if part else FileResponse(file)


def _headers(name: str, content_type: str, inline: bool, indexed: bool) -> dict[str, str]:
    headers = {
        "Content-Type": content_type,
        "Content-Disposition": content_disposition_header(not inline, name) or "inline",
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        "Accept-Ranges": "bytes",
        "Content-Encoding": "identity",  # already compressed; and parts must not be compressed
    }
    return headers if indexed else headers | {"X-Robots-Tag": "noindex, nofollow, noarchive"}


def _marks(file: File, mark: str) -> dict[str, str]:
    """ETag and Last-Modified of a file in the store; it is never changed under its name."""
    if mark:
        return {"ETag": f'"{mark}"'}
    storage = getattr(file, "storage", None)
    if storage is None or not file.name:
        return {}
    stamp = int(storage.get_modified_time(file.name).timestamp())
    return {"ETag": f'"{stamp:x}-{file.size:x}"', "Last-Modified": http_date(stamp)}


def _unchanged(request: HttpRequest, headers: dict[str, str]) -> HttpResponseBase | None:
    if "ETag" not in headers:
        return None
    changed = headers.get("Last-Modified")
    stamp = int(parsedate_to_datetime(changed).timestamp()) if changed else None
    return get_conditional_response(request, etag=headers["ETag"], last_modified=stamp)


def _part(
    file: File, request: HttpRequest | None, headers: dict[str, str]
) -> tuple[int, int] | None:
    if request is None or request.method != "GET" or "Range" not in request.headers:
        return None
    if request.headers.get("If-Range", headers.get("ETag")) not in (
        headers.get("ETag"),
        headers.get("Last-Modified"),
    ):
        return None
    return wanted_part(request.headers["Range"], file.size)


def _partial(file: File, first: int, last: int) -> FileResponse:
    part = cast("IO[bytes]", FilePart(file, first, last))
    response = FileResponse(part, status=206)
    response.headers["Content-Range"] = f"bytes {first}-{last}/{file.size}"
    response.headers["Content-Length"] = str(last - first + 1)
    return response
