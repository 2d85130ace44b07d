"""A section of an edition, and what of it the public may see today."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from briefings.models import Briefing
from reviews.models import CaseReview, ResearchMessage
from reviews.models.case_review import MARKUP
from tscb.bulletin.models.edition import Edition
from tscb.common.content_version import bumps
from tscb.events.models import LearningEvent


class About(models.TextChoices):
    """What a section is about. The value names the field that holds it; words have none."""

    REVIEW = "review", "Case review"
    BRIEFING = "briefing", "7 minute briefing"
    EVENT = "event", "Learning event"
    RESEARCH = "research", "Message from research"
    WORDS = "words", "Words of your own"


READ_ON = {
    About.REVIEW: "Read the case review",
    About.BRIEFING: "Read the 7 minute briefing",
    About.EVENT: "See the event",
    About.RESEARCH: "Read what the research says",
    About.WORDS: "Read on",
}
THINGS = tuple(about.value for about in About if about != About.WORDS)


def _just(about: str) -> Q:
    """Nothing else but what it is about, which is empty once that is gone for good."""
    others = {f"{name}__isnull": True for name in THINGS if name != about}
    return Q(about=about, **others)


def _matching() -> Q:
    matching = Q()
    for about in About.values:
        matching |= _just(about)
    return matching


def ids(published: Any) -> Any:
    return published.order_by().values("pk")


OF_EVENT = ("event__state", "event__starts_at", "event__place", "event__is_online")


class EditionItemQuerySet(models.QuerySet["EditionItem"]):
    def public(self) -> Self:
        """The door: words of staff, and what is about something that is public now."""
        return self.filter(
            Q(about=About.WORDS)
            | Q(review__in=ids(CaseReview.objects.published()))
            | Q(briefing__in=ids(Briefing.objects.published()))
            | Q(event__in=ids(LearningEvent.objects.published()))
            | Q(research__isnull=False)
        )

    def with_things(self) -> Self:
        """With what is needed to link to what they are about."""
        addresses = [f"{name}__slug" for name in ("review", "briefing", "event")]
        own = ("edition_id", "about", "order", "heading", "text", "link")
        return self.select_related(*THINGS).only(*own, *addresses, *OF_EVENT, "research__link")


class EditionItem(models.Model):
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="items")
    about = models.CharField(max_length=10, choices=About, default=About.WORDS)
    order = models.PositiveSmallIntegerField(default=500, help_text="Smaller numbers come first.")
    heading = models.CharField(max_length=200)
    text = models.TextField(max_length=2_000, blank=True, help_text=MARKUP)
    link = models.CharField(
        max_length=500,
        blank=True,
        help_text="For words of your own: where to read on, an address of this site that begins "
        "with /, or another that begins with https://",
    )
    # One at most. If it is gone for good, the section stays, and is not shown.
    review = models.ForeignKey(
        CaseReview, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    briefing = models.ForeignKey(
        Briefing, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    research = models.ForeignKey(
        ResearchMessage, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    event = models.ForeignKey(
        LearningEvent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = EditionItemQuerySet.as_manager()

    class Meta:
        verbose_name = "section"
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(name="bulletin_item_about_one_thing", condition=_matching()),
            models.CheckConstraint(
                name="bulletin_item_link_is_of_words", condition=Q(link="") | Q(about="words")
            ),
        ]
        triggers = bumps()

    def __str__(self) -> str:
        return self.heading

    @property
    def thing(self) -> Any:
        """The review, briefing, event or message; None for words, and for what is gone."""
        return getattr(self, self.about) if self.about in THINGS else None

    @property
    def address(self) -> str:
        """Where to read on: a path of this site, a whole address, or nothing."""
        if self.about == About.RESEARCH:
            return self.research.link if self.research else ""
        return self.thing.get_absolute_url() if self.thing else self.link

    @property
    def read_on(self) -> str:
        """The words of the link."""
        return READ_ON[About(self.about)]
