"""Draws the home page as it will be, from facts that nobody else sees yet.

The facts are gathered while what an editor typed stands in the database; the page is drawn after
it was taken back, so that no process ever keeps it as what the public sees.
"""

from copy import copy
from dataclasses import dataclass
from datetime import datetime
from inspect import unwrap

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import resolve
from django.utils import timezone

from tscb.board import site
from tscb.board.frontage.home import HomeContent
from tscb.board.frontage.home_reading import read_home
from tscb.board.reading import read_facts
from tscb.board.site_facts import KnownFacts, SiteFacts
from tscb.common.publishing.preview import not_indexed
from tscb.common.web import keep_private

HOME = "/"


@dataclass(frozen=True)
class Preview:
    """What a page shows instead of what is public."""

    facts: KnownFacts
    home: HomeContent
    moment: datetime

    @property
    def site(self) -> SiteFacts:
        return SiteFacts.of(self.facts, site.advice_on(self.facts, self.moment), self.moment)


def gathered(moment: datetime | None = None) -> Preview:
    """From what stands in the database now, for this moment or another."""
    return Preview(read_facts(), read_home(), moment or timezone.now())


def drawn(request: HttpRequest, preview: Preview) -> HttpResponse:
    shown = copy(request)
    shown.method, shown.path, shown.GET = "GET", HOME, QueryDict()
    with site.showing(preview.site):
        response = unwrap(resolve(HOME).func)(shown, preview.home)
    keep_private(response)
    return not_indexed(response)
