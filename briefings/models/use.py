"""That a team used a briefing: what they told, without a word about who was there."""

from typing import Any, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Cast, Coalesce, Concat, Lower
from django.utils import timezone

from briefings.models.briefing import Briefing
from tscb.board.models import Agency, User
from tscb.common.content_version import bumps

MOST_PEOPLE = 500
LONGEST_NAME = 100
LONGEST_CHANGE = 1_000
WIPED = "[wiped]"
# A team is told apart by its name within its agency, however either is written; the line feed
# keeps name and agency apart, and the second one keeps an agency from another's number.
TEAM_KEY = Concat(
    Lower("team"),
    models.Value("\n"),
    Coalesce(Cast("agency", models.CharField()), Concat(models.Value("\n"), Lower("other_agency"))),
)


class UseState(models.TextChoices):
    WAITING = "waiting", "Waiting to be looked at"
    ACCEPTED = "accepted", "Accepted"
    REFUSED = "refused", "Refused"


class BriefingUseQuerySet(models.QuerySet["BriefingUse"]):
    def accepted(self) -> Self:
        return self.filter(state=UseState.ACCEPTED)

    def waiting(self) -> Self:
        return self.filter(state=UseState.WAITING)

    def teams(self) -> Any:
        """Each team once, however often it met and however it wrote its capitals."""
        return self.order_by().values_list(TEAM_KEY).distinct()


class BriefingUse(models.Model):
    """One meeting of one team about one briefing."""

    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="uses")
    team = models.CharField(max_length=LONGEST_NAME)
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    other_agency = models.CharField("another agency", max_length=LONGEST_NAME, blank=True)
    used_on = models.DateField("day of the meeting")
    people = models.PositiveSmallIntegerField(
        "how many people", validators=[MinValueValidator(1), MaxValueValidator(MOST_PEOPLE)]
    )
    will_change = models.TextField("what will change", max_length=LONGEST_CHANGE, blank=True)
    state = models.CharField(
        max_length=10, choices=UseState, default=UseState.WAITING, editable=False
    )
    told_at = models.DateTimeField("told", default=timezone.now, editable=False)
    decided_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    is_sample = models.BooleanField(default=False, editable=False)

    objects = BriefingUseQuerySet.as_manager()

    class Meta:
        verbose_name = "use of a briefing"
        verbose_name_plural = "uses of briefings"
        ordering = ["-told_at", "-pk"]
        triggers = bumps(only="{row}.state = 'accepted'")
        constraints = [
            models.UniqueConstraint(
                "briefing", Lower("team"), "agency", "other_agency", "used_on",
                name="briefings_use_told_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="briefings_use_agency_or_other",
                condition=models.Q(agency__isnull=False, other_agency="")
                | models.Q(agency__isnull=True) & ~models.Q(other_agency=""),
            ),
            models.CheckConstraint(
                name="briefings_use_decided_when_by_whom",
                condition=models.Q(state="waiting", decided_at__isnull=True)
                | ~models.Q(state="waiting") & models.Q(decided_at__isnull=False),
            ),
            models.CheckConstraint(
                name="briefings_use_refused_keeps_no_words",
                condition=~models.Q(state="refused")
                | models.Q(
                    will_change="", team__regex=r"^\[wiped \d+\]$", other_agency__in=["", WIPED]
                ),
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["briefing", "state"], name="briefings_use_state")]

    def __str__(self) -> str:
        """Without a word that somebody typed: it stands in the history of the admin for good."""
        return f"Meeting {self.pk}, {self.used_on:%-d %B %Y}"

    @property
    def agency_name(self) -> str:
        return str(self.agency or self.other_agency)
