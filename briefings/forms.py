"""What a visitor may ask of the list of briefings."""

from briefings import search
from briefings.models import Briefing
from reviews.forms import ListFilter
from reviews.search.facets import Facet


class BriefingFilter(ListFilter):
    """Words, choices and order as in the list of case reviews, with the briefings' own choices."""

    facets = (
        Facet("kind", "Kind", "Both kinds", "variant", Briefing),
        Facet("theme", "Theme", "All themes", "themes", Briefing),
        Facet("agency", "Agency", "All agencies", "agencies", Briefing),
    )
    find = staticmethod(search.find)
    with_snippets = staticmethod(search.with_snippets)
