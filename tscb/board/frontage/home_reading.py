"""Reads what staff made of the home page, in one query."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from tscb.board.frontage.home import DEFAULT_HOME, HomeContent, HomeSection
from tscb.board.models import HomeHighlight, HomePage
from tscb.board.models import HomeSection as SectionRow
from tscb.board.models.settings import ONLY_ROW
from tscb.common.written_once import WrittenOnce

SECTIONS = ArraySubquery(
    SectionRow.objects.filter(home=OuterRef("pk"), shown=True).values(
        whole=JSONObject(kind="kind", heading="heading", text="text", count="count")
    )
)
HIGHLIGHTS = ArraySubquery(HomeHighlight.objects.filter(home=OuterRef("pk")).values("address"))
_home = WrittenOnce(
    lambda: HomePage.objects.filter(pk=ONLY_ROW).values_list("title", "lead", SECTIONS, HIGHLIGHTS)
)


def read_home() -> HomeContent:
    for title, lead, sections, highlights in _home.ask():
        parts = tuple(HomeSection(**one) for one in sections)
        return HomeContent(title, lead, parts, tuple(highlights))
    return DEFAULT_HOME
