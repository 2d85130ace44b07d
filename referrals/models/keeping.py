"""How long cases are kept, what holds one back, and how one was destroyed.

A disposal and its receipt outlive the case, so they point at nothing of it: they hold its number,
its reference, and what may be known of it for ever. No text that somebody typed stands in them.
"""

from datetime import date

import pgtrigger
from django.db import models
from django.db.models import Q

from referrals.models.outcome import Outcome
from referrals.models.referral import Referral
from tscb.board.models import User
from tscb.common.encryption import EncryptedTextField


class CountedFrom(models.TextChoices):
    CLOSED = "closed", "the day the case was closed or withdrawn"
    RECEIVED = "received", "the day the referral was received"


class RetentionRules(models.QuerySet["RetentionRule"]):
    def current(self) -> "dict[str, RetentionRule]":
        """The newest version for each outcome that has one."""
        newest = self.order_by("outcome", "-number").distinct("outcome")
        return {rule.outcome: rule for rule in newest}


class RetentionRule(models.Model):
    """How long a case with this outcome is kept, since a moment. Changing it adds a version."""

    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    number = models.PositiveSmallIntegerField()
    years = models.PositiveSmallIntegerField()
    counted_from = models.CharField(max_length=10, choices=CountedFrom.choices)
    source = models.CharField(max_length=300)
    note = models.CharField(max_length=500, blank=True)
    written_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(auto_now_add=True)

    objects = RetentionRules.as_manager()

    class Meta:
        ordering = ("outcome", "-number")
        constraints = (
            models.UniqueConstraint(name="retention_is_numbered", fields=("outcome", "number")),
            models.CheckConstraint(name="kept_for_a_while", condition=Q(years__gte=1)),
        )
        triggers = (pgtrigger.Protect(name="stays_as_ruled", operation=pgtrigger.Update),)

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}, version {self.number}"

    def over_on(self, counted: date) -> date:
        """The first day on which the time is over. A year from 29 February is over on 1 March."""
        try:
            return counted.replace(year=counted.year + self.years)
        except ValueError:
            return date(counted.year + self.years, 3, 1)


class LegalHold(models.Model):
    """That a case must be kept whatever its time: a court, a coroner, an inquiry, a complaint."""

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="holds")
    why = EncryptedTextField(of="referral_id")
    placed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    placed_at = models.DateTimeField(auto_now_add=True)
    why_ended = EncryptedTextField(of="referral_id", default=str)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-placed_at",)
        constraints = (
            models.CheckConstraint(
                name="hold_ended_by_and_at_together",
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"Hold on {self.referral}"


class DisposalState(models.TextChoices):
    PROPOSED = "proposed", "Proposed"
    DROPPED = "dropped", "Taken back"
    CONFIRMED = "confirmed", "Confirmed"
    KEY_DESTROYED = "key-destroyed", "Key destroyed"
    ROWS_DELETED = "rows-deleted", "Deleted from the database"
    DONE = "done", "Done"


UNDER_WAY = (DisposalState.CONFIRMED, DisposalState.KEY_DESTROYED, DisposalState.ROWS_DELETED)
ENDED = (DisposalState.DROPPED, DisposalState.DONE)
PRESSED = (*UNDER_WAY, DisposalState.DONE)  # confirmed by a second person, whatever came after


class Disposal(models.Model):
    """The destruction of one case, step by step, so that it is finished whatever breaks off."""

    referral_id = models.UUIDField()
    reference = models.CharField(max_length=20)
    state = models.CharField(max_length=20, choices=DisposalState.choices)
    rule = models.ForeignKey(RetentionRule, on_delete=models.PROTECT, related_name="+")
    over_on = models.DateField()
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    proposed_role = models.CharField(max_length=200)
    proposed_at = models.DateTimeField(auto_now_add=True)
    confirmed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_role = models.CharField(max_length=200, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    key_destroyed_at = models.DateTimeField(null=True)
    # What there was, by kind, and the numbers of the files that are to go from the disk.
    destroyed = models.JSONField(default=dict)
    file_ids = models.JSONField(default=list)

    class Meta:
        ordering = ("-proposed_at",)
        constraints = (
            models.UniqueConstraint(
                name="one_disposal_at_a_time",
                fields=("referral_id",),
                condition=~Q(state__in=ENDED),
            ),
            models.CheckConstraint(
                name="two_people_dispose",
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(confirmed_at__isnull=False) & ~Q(confirmed_by=models.F("proposed_by")),
            ),
            models.CheckConstraint(
                name="nothing_is_destroyed_unconfirmed",
                condition=Q(state__in=PRESSED, confirmed_by__isnull=False)
                | ~Q(state__in=PRESSED) & Q(confirmed_by=None),
            ),
        )

    def __str__(self) -> str:
        return f"Disposal of {self.reference}"


class DisposalReceipt(models.Model):
    """That a case was destroyed, under which rule, by whom. The database refuses to change it."""

    disposal = models.OneToOneField(Disposal, on_delete=models.PROTECT, related_name="receipt")
    reference = models.CharField(max_length=20)
    rule = models.CharField(max_length=600)  # in words, with its version and source
    over_on = models.DateField()
    # Numbers and roles, never names.
    proposed_by_id = models.BigIntegerField()
    proposed_role = models.CharField(max_length=200)
    proposed_at = models.DateTimeField()
    confirmed_by_id = models.BigIntegerField()
    confirmed_role = models.CharField(max_length=200)
    confirmed_at = models.DateTimeField()
    key_destroyed_at = models.DateTimeField()
    destroyed = models.JSONField()
    # Published reviews that were linked to it, and stay.
    reviews_that_stay = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-made_at",)
        triggers = (
            pgtrigger.Protect(name="receipt_stays", operation=pgtrigger.Update | pgtrigger.Delete),
        )

    def __str__(self) -> str:
        return f"Receipt for {self.reference}"
