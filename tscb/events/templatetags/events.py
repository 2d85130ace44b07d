"""Learning events on pages of other rooms, which need not know of them."""

from typing import Any

from django import template

from tscb.events.about import events_about

register = template.Library()


@register.inclusion_tag("events/about.html")
def learning_events_about(item: Any) -> dict[str, Any]:
    """The events to come about a theme, a review or a briefing; nothing where there is none."""
    return {"events": events_about(item)}
