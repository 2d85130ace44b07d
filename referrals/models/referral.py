"""A referral: a draft while its referrer writes, then what the panel received.

Every answer is one encrypted document. Nothing else here tells anything of a child.
"""

from datetime import timedelta
from uuid import uuid4

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from referrals.models.case import open_to
from referrals.models.keys import KeyKind, expiry
from referrals.models.secrets import new_reference, new_token
from referrals.models.status import SEEN_BY_THE_PANEL, Status
from tscb.board.models import User
from tscb.board.roles import PANEL_ROLES, Role, has_role
from tscb.common.encryption import EncryptedJSONField, EncryptedTextField, token_digests


class Referrals(models.QuerySet["Referral"]):
    def visible_to(self, user: User | AnonymousUser) -> "Referrals":
        """The only door for staff: the panel's roles see what was received, nobody sees drafts, and
        of some cases only who is named there, or everybody but who is recused."""
        if isinstance(user, AnonymousUser) or not has_role(user, *PANEL_ROLES):
            return self.none()
        return self.filter(open_to(user), status__in=SEEN_BY_THE_PANEL)

    def being_entered(self, user: User | AnonymousUser) -> "Referrals":
        """The door for coordinators: what staff write down and have not sent yet."""
        if not has_role(user, Role.COORDINATOR):
            return self.none()
        entered = self.filter(status=Status.DRAFT, staff_entry__isnull=False)
        return entered.select_related("staff_entry", "staff_entry__entered_by")

    def received_as(self, reference: str) -> "Referrals":
        """The door for linking a review: whoever was given a reference may point at it. Nothing of
        the referral is shown."""
        return self.filter(status__in=SEEN_BY_THE_PANEL, reference=reference)

    def held_by(self, token: str) -> "Referrals":
        """The only door for a practitioner: what the cookie of this browser opens."""
        return self.filter(
            keys__kind=KeyKind.COOKIE,
            keys__digest__in=token_digests(token),
            keys__expires_at__gt=timezone.now(),
        )

    def of_referrers(self) -> "Referrals":
        """Drafts that may end by being left alone. What staff write down came to the board, and is
        never deleted by itself."""
        return self.filter(status=Status.DRAFT, staff_entry__isnull=True)

    def due_for_warning(self, passed: int, notice: timedelta) -> "Referrals":
        """Untouched drafts that have had so many warnings, and the next is due."""
        until = timezone.now() + notice
        drafts = self.of_referrers().filter(kept_until__lte=until)
        return drafts.filter(warnings_passed=passed)

    def due_for_deletion(self, warnings: int) -> "Referrals":
        """Untouched drafts whose time is over and all of whose warnings have passed."""
        drafts = self.of_referrers().filter(kept_until__lte=timezone.now())
        return drafts.filter(warnings_passed__gte=warnings)

    def unused_reference(self) -> str:
        reference = new_reference()
        while self.filter(reference=reference).exists():
            reference = new_reference()
        return reference


class Referral(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.DRAFT)
    # One for life, from the start of the draft: what people write down and give on the phone.
    reference = models.CharField(max_length=20, unique=True, default=new_reference)
    start_key = models.CharField(max_length=64, unique=True, default=new_token)
    answers = EncryptedJSONField(of="id", default=dict)
    # What was typed and could not be read yet, kept so that it can be shown again.
    unfinished = EncryptedJSONField(of="id", default=dict)
    # Where links to this referral go when its referrer asked for one.
    return_email = EncryptedTextField(of="id", null=True)
    # When an untouched draft is deleted, and how many of the two warnings before it have passed.
    kept_until = models.DateTimeField(default=expiry)
    warnings_passed = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    submitted_at = models.DateTimeField(null=True)
    submitted_by = models.CharField(max_length=100, blank=True)
    is_sample = models.BooleanField(default=False)
    # Which key the marks of its children were made with (child_mark.py); empty before there are any
    children_marked_with = models.CharField(max_length=16, blank=True, editable=False)
    # A key of its own was made for it once (tscb/common/encryption/case_keys.py). Referrals from
    # before there were such keys have none until they are saved or `rotate_keys` gives them one.
    has_own_key = models.BooleanField(default=True, editable=False)

    objects = Referrals.as_manager()

    class Meta:
        ordering = ("-submitted_at", "-created_at")
        indexes = (
            models.Index(fields=("status", "-submitted_at"), name="referrals_received"),
            models.Index(
                fields=("kept_until",), name="drafts_by_age", condition=Q(status=Status.DRAFT)
            ),
        )
        constraints = (
            models.CheckConstraint(
                name="draft_or_submitted_at_a_time",
                condition=Q(status=Status.DRAFT, submitted_at=None)
                | Q(~Q(status=Status.DRAFT), submitted_at__isnull=False),
            ),
            models.CheckConstraint(name="has_a_reference", condition=~Q(reference="")),
            models.CheckConstraint(
                name="submitted_by_and_at_together",
                condition=Q(submitted_at=None, submitted_by="")
                | Q(Q(submitted_at__isnull=False), ~Q(submitted_by="")),
            ),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def is_draft(self) -> bool:
        return self.status == Status.DRAFT

    def mail_addresses(self) -> list[str]:
        """Where its referrer can be reached, best first: as asked for, then as answered."""
        known = (self.return_email, self.answers.get("referrer_email"))
        return [address for address in known if address]

    def touch(self, *changed: str) -> None:
        """Somebody works on it: 28 more days, and the warnings start anew. Saves itself, with the
        fields named."""
        self.kept_until, self.warnings_passed = expiry(), 0
        self.save(update_fields=("kept_until", "warnings_passed", *changed))
        self.keys.all().renew()
