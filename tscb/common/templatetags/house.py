"""Filters that every template has without loading them."""

from django import template

from tscb.common import text

register = template.Library()

register.filter("marked_up", text.render)
register.filter("page_marked_up", text.render_page)
