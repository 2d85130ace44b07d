"""What a visitor may ask of the list of briefings."""

from briefings import search
from briefings.models import Briefing
from reviews.search.facets import Facet
from reviews.search.list_filter import ListFilter


class BriefingFilter(ListFilter):
    """Words, choices and order as in the list of case reviews, with the briefings' own choices."""

    model = Briefing
    facets = (
        Facet("kind", "Kind", "Both kinds", "variant", Briefing),
        Facet("theme", "Theme", "All themes", "themes", Briefing),
        Facet("agency", "Agency", "All agencies", "agencies", Briefing),
    )
    with_snippets = staticmethod(search.with_snippets)
