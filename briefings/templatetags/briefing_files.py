"""What a page says of the files that are made of a briefing."""

from django import template

from briefings.models import Briefing
from briefings.sheet.serving import place_of
from tscb.common.made_files import size_of

register = template.Library()


@register.simple_tag
def kept_size(briefing: Briefing, what: str) -> int:
    """Bytes of the file as it was last made, 0 where nobody has asked for it: a page makes none."""
    return size_of(place_of(briefing, what))
