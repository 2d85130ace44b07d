"""What a visitor may ask of the calendar: a kind, a theme, and what is over."""

from collections.abc import Mapping

from django.db.models import Exists, OuterRef

from reviews.models import Theme
from reviews.search.select import Select
from tscb.events.models import EventKind, LearningEvent
from tscb.events.models.event import LearningEventQuerySet

PAST = "past"


class EventFilter:
    """What is unknown is told, and left out of the question."""

    def __init__(self, asked: Mapping[str, str]) -> None:
        self.sentences: list[str] = []  # what was wrong with the question, for the visitor
        self.selects: list[Select] = []
        self.kind = self._chosen(asked, "kind", "Kind", [("", "All kinds"), *kinds()])
        self.theme = self._chosen(asked, "theme", "Theme", [("", "All themes"), *themes()])
        self.when = self._chosen(asked, "when", "When", [("", "To come"), (PAST, "Past")])

    def _chosen(
        self, asked: Mapping[str, str], name: str, label: str, offered: list[tuple[str, str]]
    ) -> str:
        wanted = asked.get(name, "").strip()
        is_wrong = wanted not in dict(offered)
        self.selects.append(Select(name, label, offered, wanted, is_wrong))
        if is_wrong:
            self.sentences.append(f"There is no “{wanted}” under “{label}”: it was left out.")
        return "" if is_wrong else wanted

    @property
    def narrows(self) -> bool:
        return bool(self.kind or self.theme)

    @property
    def is_past(self) -> bool:
        return self.when == PAST

    @property
    def rows(self) -> LearningEventQuerySet:
        """The next one first; of what is over, the last one first."""
        found = LearningEvent.objects.published()
        if self.kind:
            found = found.filter(kind__slug=self.kind)
        if self.theme:
            found = found.filter(themes__slug=self.theme)
        return found.past().newest_first() if self.is_past else found.coming().soonest_first()


def kinds() -> list[tuple[str, str]]:
    public = LearningEvent.objects.published().filter(kind=OuterRef("pk"))
    return list(EventKind.objects.filter(Exists(public)).values_list("slug", "name"))


def themes() -> list[tuple[str, str]]:
    public = LearningEvent.objects.published().filter(themes=OuterRef("pk"))
    return list(Theme.objects.filter(Exists(public)).values_list("slug", "name"))
