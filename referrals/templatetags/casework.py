"""What every page of the panel shows around itself."""

from django import template
from django.http import HttpRequest

from referrals.casework.links import Link
from referrals.casework.rooms import links

register = template.Library()


@register.simple_tag
def panel_rooms(request: HttpRequest) -> list[Link]:
    """The panel's pages that belong to no single case, as far as this person may open them."""
    return links(request)
