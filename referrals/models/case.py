"""A received referral as the panel works on it: who leads, which agency it came from, who may see.

Referral imports this, to know whom it is visible to; so it is named here by its path alone.
"""

from collections.abc import Sequence
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q

from referrals.models.learning import LearningFrom
from referrals.models.outcome import Outcome
from tscb.board.models import Agency, User
from tscb.common.encryption import EncryptedTextField

REFERRAL = "referrals.Referral"


class Case(models.Model):
    """Made when the referral is received, and deleted with it."""

    referral = models.OneToOneField(
        REFERRAL, on_delete=models.CASCADE, primary_key=True, related_name="case"
    )
    # Operational, so it may stand in clear: lists and figures must not need a key.
    agency = models.ForeignKey(Agency, null=True, on_delete=models.SET_NULL, related_name="+")
    # Of a suggestion for learning, what others could learn from; of any other case nothing.
    learning_from = ArrayField(
        models.CharField(max_length=20, choices=LearningFrom.choices), default=list, blank=True
    )
    lead = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    is_restricted = models.BooleanField(default=False)
    readers = models.ManyToManyField(User, related_name="+")
    # What came of it: since the decision, and for good when it is closed. For figures and keeping.
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    closed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"Case {self.pk}"

    @property
    def learns_from(self) -> str:
        """“Good practice, near miss”, in the order in which the form asks."""
        told = [str(one.label) for one in LearningFrom if one in self.learning_from]
        return ", ".join(told).capitalize()


class Recusal(models.Model):
    """Somebody who must not see a case, because of a conflict of interest, from when and why."""

    referral = models.ForeignKey(REFERRAL, on_delete=models.CASCADE, related_name="recusals")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reason = EncryptedTextField(of="referral_id")
    declared_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("declared_at",)
        constraints = (
            models.UniqueConstraint(
                name="recused_once", fields=("referral", "person"), condition=Q(ended_at=None)
            ),
        )

    def __str__(self) -> str:
        return f"Recusal {self.pk}"


def open_to(user: User) -> Q:
    """For referrals: neither recused nor shut out of a restricted case."""
    of_this = {"referral_id": OuterRef("pk")}
    recused = Recusal.objects.filter(**of_this, person=user, ended_at=None)
    restricted = Case.objects.filter(**of_this, is_restricted=True)
    named = Case.readers.through.objects.filter(case_id=OuterRef("pk"), user=user)
    return ~Exists(recused) & (~Exists(restricted) | Exists(named))


def open_case(*, referral_id: UUID, agency_named: str, learning_from: Sequence[str] = ()) -> Case:
    """The case of a referral that has just been received. Doing it again changes nothing."""
    agency = Agency.objects.filter(name=agency_named).first()
    told = {"agency": agency, "learning_from": list(learning_from)}
    case, _ = Case.objects.get_or_create(referral_id=referral_id, defaults=told)
    return case
