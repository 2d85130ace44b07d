"""Makes what is stored of whatever comes in: from our editor, pasted from elsewhere, or typed.

Text without any element of ours is in the markup that pages had before the editor (and is what
somebody without JavaScript may go on typing): it is turned into the same HTML.
"""

import re
from functools import lru_cache

from tscb.common.rich_text import office
from tscb.common.rich_text.allowed import loosely, strictly
from tscb.common.rich_text.blocks import blocks_of
from tscb.common.rich_text.tree import read, written
from tscb.common.text import render_page

IS_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype|html|body|meta|style|font|p|h[1-6]|[uo]l|li|div|details|table"
    r"|img|b|strong|span|section|article|blockquote|a)\b",
    re.IGNORECASE | re.DOTALL,
)


def cleaned(text: str) -> str:
    """Sanitised HTML, a block a line; the same again for what is clean already."""
    return cleaned_html(text) if IS_HTML.match(text) else cleaned_html(render_page(text))


def cleaned_html(html: str) -> str:
    root = read(loosely(html))
    if office.is_made_elsewhere(html):
        office.understood(root)
    return strictly("\n".join(written(block) for block in blocks_of(root)))


# A page's text is cleaned each time that it is drawn, whatever wrote it into the database.
kept_clean = lru_cache(maxsize=256)(cleaned)
