"""Filters that every template has without loading them."""

from datetime import date, datetime
from functools import lru_cache

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import get_language_info

from tscb.common import text

register = template.Library()

register.filter("marked_up", text.render)
register.filter("page_marked_up", text.render_page)


@register.filter
def day(moment: date | None) -> SafeString | str:
    """A day as people write it, 2 March 2026, marked up for machines; nothing for no day."""
    if not moment:
        return ""
    return _written(localtime(moment).date() if isinstance(moment, datetime) else moment)


@lru_cache(maxsize=1_000)
def _written(day: date) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), date_format(day, "j F Y"))


@register.filter
def language_name(code: str) -> str:
    """English for en, Welsh for cy; a code that nobody knows stands as it is."""
    try:
        return get_language_info(code.lower())["name"]
    except KeyError:
        return code
