"""Which way of packing a page a browser takes, and doing so: Brotli, gzip, or not at all."""

import gzip
from functools import lru_cache

import brotli

# A little less small than it could be, for a tenth of the time: a page is packed anew whenever
# its content, or whom to call, has changed.
BROTLI, GZIP = 4, 5
PLAIN = "identity"
BEST_FIRST = ("br", "gzip")


@lru_cache(maxsize=256)
def taken(accepts: str) -> str:
    """The best that the header Accept-Encoding takes."""
    wanted = {}
    for one in accepts.lower().split(","):
        name, _, rest = one.partition(";")
        wanted[name.strip()] = rest.replace(" ", "")
    for way in BEST_FIRST:
        if way in wanted and not _is_refused(wanted[way]):
            return way
    return PLAIN


def _is_refused(parameters: str) -> bool:
    name, _, value = parameters.partition("=")
    return name == "q" and value.strip("0.") == ""


def packed(content: bytes, way: str) -> bytes:
    if way == "br":
        return bytes(brotli.compress(content, mode=brotli.MODE_TEXT, quality=BROTLI))
    if way == "gzip":
        return gzip.compress(content, compresslevel=GZIP, mtime=0)
    return content
