"""What the home page consists of, as plain data, and what it is before staff change anything."""

from dataclasses import dataclass, field

from django.db.models import TextChoices

MOST_ITEMS = 6


class Section(TextChoices):
    """Whom to call is none of them: it stands at the top of every page, and nothing moves it."""

    SEARCH = "search", "Search"
    REFER = "refer", "Refer a case"
    REVIEWS = "reviews", "Newest case reviews"
    BRIEFINGS = "briefings", "Newest 7 minute briefings"
    THEMES = "themes", "Themes"
    EVENTS = "events", "Learning events"
    HIGHLIGHTS = "highlights", "Chosen by staff"
    TEXT = "text", "A text"


LISTS = {
    Section.REVIEWS,
    Section.BRIEFINGS,
    Section.THEMES,
    Section.EVENTS,
    Section.HIGHLIGHTS,
}
NOT_EMPTY = {Section.EVENTS, Section.HIGHLIGHTS}  # left out while there is nothing to show
HEADINGS = {
    Section.SEARCH: "Search case reviews, briefings and events",
    Section.REFER: "Refer a case to the panel",
    Section.HIGHLIGHTS: "Worth reading now",
    Section.TEXT: "",
}


@dataclass(frozen=True)
class HomeSection:
    kind: str
    heading: str = ""
    text: str = ""
    count: int = 3

    @property
    def title(self) -> str:
        kind = Section(self.kind)
        return self.heading or HEADINGS.get(kind, kind.label)


@dataclass(frozen=True)
class HomeContent:
    """`highlights`: addresses of reviews and briefings, in the order of staff."""

    title: str = "Learning from case reviews"
    lead: str = (
        "When a child has died or been seriously harmed, we review what happened, publish what "
        "was learned, and help every team to take it in."
    )
    sections: tuple[HomeSection, ...] = field(
        default=(
            HomeSection(Section.SEARCH),
            HomeSection(Section.REFER),
            HomeSection(Section.REVIEWS),
            HomeSection(Section.BRIEFINGS),
            HomeSection(Section.EVENTS),
            HomeSection(Section.THEMES, count=6),
        )
    )
    highlights: tuple[str, ...] = ()


DEFAULT_HOME = HomeContent()
