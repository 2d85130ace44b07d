"""What the templates of letters need: in a mailbox, an address has to be whole."""

import re

from django import template

from tscb.common import plain_text

register = template.Library()
LINK_WITHIN = re.compile(r"\]\(<?/(?!/)")


@register.filter
def whole(address: str, site: str) -> str:
    """An address of this site with scheme and host; any other as it is."""
    return f"{site}{address}" if address.startswith("/") else address


@register.filter
def whole_links(text: str, site: str) -> str:
    """A text in the small markup whose links within this site are whole."""
    return LINK_WITHIN.sub(lambda found: f"{found[0][:-1]}{site}/", text)


register.filter("plain", plain_text.plain)
register.filter("headed", plain_text.headed)
