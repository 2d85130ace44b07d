"""What kept pages say of this minute: whom to call, and the notices. No database is asked."""

from dataclasses import dataclass

from django.template.loader import render_to_string

from tscb.board import site
from tscb.board.site_facts import SiteFacts
from tscb.common.kept_pages.now import Now

TEMPLATES = {"banner": "components/worried_banner.html", "notices": "components/notices.html"}


@dataclass(frozen=True)
class Known:
    facts: SiteFacts
    now: Now


last_known: Known | None = None


def now() -> Now:
    """Another one as soon as the facts are, and so when their time is over at the latest."""
    global last_known
    facts, known = site.current(), last_known
    if known is None or known.facts is not facts:
        known = last_known = Known(facts, _of(facts))
    return known.now


def _of(facts: SiteFacts) -> Now:
    def draw(name: str, path: str) -> str:
        context = {"site": facts, "advice": facts.advice, "path": path}
        return render_to_string(TEMPLATES[name], context)

    return Now(facts.valid_until.timestamp(), draw)
