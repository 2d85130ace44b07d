"""The board's facts for the page that all pages extend."""

from django import template

from tscb.board.addresses import full_address
from tscb.board.site import current
from tscb.board.site_facts import SiteFacts
from tscb.board.words import title_of

register = template.Library()
register.filter("full_address", full_address)
register.filter("title_of_role", title_of)


@register.simple_tag
def site_facts() -> SiteFacts:
    """What `site` means in our templates, whatever a package's view put under that name."""
    return current()
