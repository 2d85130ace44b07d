"""The board's facts for the page that all pages extend."""

from django import template
from django.conf import settings
from django.template import Context
from django.template.base import NodeList, Parser, Token

from tscb.board.addresses import full_address
from tscb.board.frontage import menus
from tscb.board.frontage.notices import Notice, shown_on
from tscb.board.site import current
from tscb.board.site_facts import SiteFacts
from tscb.board.words import title_of

register = template.Library()
register.filter("full_address", full_address)
register.filter("title_of_role", title_of)


@register.filter
def here(link: str, path: str | None) -> str:
    """What `aria-current` says of a link; a page that is drawn without a request is nowhere."""
    return menus.here(link, path or "")


@register.filter
def notices_on(site: SiteFacts, path: str | None) -> list[Notice]:
    return shown_on(path or "", site.running)


@register.filter
def with_names(text: str, site: SiteFacts) -> str:
    """The text of staff with {board} and the like as the names of today."""
    return site.fill(text)


@register.simple_tag(takes_context=True)
def site_facts(context: Context) -> SiteFacts:
    """What `site` means in our templates, whatever a package's view put under that name; in a
    preview of what is not public yet, the facts as they would be."""
    shown: SiteFacts | None = context.get("site_shown")
    return shown or current()


class DrawnOnce(template.Node):
    def __init__(self, name: str, nodelist: NodeList) -> None:
        self.name, self.nodelist = name, nodelist

    def render(self, context: Context) -> str:
        drawn = context["site"].drawn
        if self.name not in drawn or settings.DEBUG:
            drawn[self.name] = self.nodelist.render(context)
        return drawn[self.name]


@register.tag
def drawn_once(parser: Parser, token: Token) -> DrawnOnce:
    """A named part of the frame that depends on nothing but `site`: it is drawn again when the
    facts or whom to call have changed, and not for each page."""
    _, name = token.split_contents()
    nodelist = parser.parse(["enddrawn_once"])
    parser.delete_first_token()
    return DrawnOnce(name, nodelist)
