"""Who did what to which referral, and who read it. No personal data, no foreign keys.

The table outlives what it describes, and the database itself refuses to change or remove a row.
Screens are never built from it.
"""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db import models

from referrals.models.audit_chain import kept_for_good, linked_at_commit
from tscb.board.models import User
from tscb.board.roles import Role, has_role


class Verb(models.TextChoices):
    STARTED = "started", "Draft started"
    DELETED = "deleted", "Draft deleted by the referrer"
    LINK_SENT = "link_sent", "Link sent to the referrer"
    OPENED = "opened", "Opened with a link"
    WARNED = "warned", "Referrer warned before deletion"
    EXPIRED = "expired", "Draft deleted after 28 days"
    SUBMITTED = "submitted", "Submitted"
    ADDED = "added", "Information added by the referrer"
    WITHDRAWN = "withdrawn", "Withdrawn by the referrer"
    PUT_BEFORE_PANEL = "put_before_panel", "Put before the panel"
    MEETING_MOVED = "meeting_moved", "Date of the panel’s meeting changed"
    RECOMMENDED = "recommended", "Recommended by the panel"
    DRAFT_KEPT = "draft_kept", "Draft of the recommendation kept"
    SENT_BACK = "sent_back", "Sent back to the panel"
    DECIDED = "decided", "Decided"
    DECISION_TAKEN_BACK = "decision_taken_back", "Decision taken back"
    TOLD = "told", "Somebody was told of the decision"
    LETTER_WRITTEN = "letter_written", "Letter written"
    LETTER_FINAL = "letter_final", "Letter made final"
    PRINTED = "printed", "Printed"
    REVIEW_BEGUN = "review_begun", "Review begun"
    PLAN_CHANGED = "plan_changed", "Plan of the review changed"
    EMBARGO_SET = "embargo_set", "Publication held back"
    EMBARGO_LIFTED = "embargo_lifted", "Publication no longer held back"
    CLOSED = "closed", "Closed"
    REOPENED = "reopened", "Reopened"
    NOTED = "noted", "Note written"
    TAKEN_ON = "taken_on", "Lead taken on"
    HANDED_OVER = "handed_over", "Lead handed over"
    GIVEN_UP = "given_up", "Lead given up"
    RESTRICTED = "restricted", "Shut to all but named people"
    UNRESTRICTED = "unrestricted", "Opened to the whole panel"
    RECUSAL_ENDED = "recusal_ended", "Conflict of interest ended"
    FIGURES_EXPORTED = "figures_exported", "Figures saved"
    READ = "read", "Read"
    REFUSED = "refused", "Refused"
    LINKED = "linked", "Linked to a case review"
    UNLINKED = "unlinked", "Link to a case review taken away"
    FILE_ADDED = "file_added", "File added by the referrer"
    FILE_REMOVED = "file_removed", "File removed by the referrer"
    FILE_BLOCKED = "file_blocked", "File blocked by the virus check"
    DOWNLOADED = "downloaded", "File opened"
    AGREEMENT_ASKED = "agreement_asked", "Asked for the manager’s agreement"
    AGREEMENT_REMINDED = "agreement_reminded", "Reminded of the manager’s agreement"
    AGREEMENT_REPLACED = "agreement_replaced", "Request for agreement replaced by a later one"
    LINK_RENEWED = "link_renewed", "New link sent in place of one that had ended"
    MAILBOX_PROVED = "mailbox_proved", "Showed with a code that the mailbox is theirs"
    AGREED = "agreed", "Agreed"
    AGREED_WITH_COMMENT = "agreed_with_comment", "Agreed, with a comment"
    DECLINED = "declined", "Did not agree"
    CLOCK_RULE_CHANGED = "clock_rule_changed", "Rule of the clock changed"
    CLOCK_DAY_ENTERED = "clock_day_entered", "Day for the clock entered"
    DEADLINE_MOVED = "deadline_moved", "Deadline moved"
    CALENDAR_MADE = "calendar_made", "Address of a calendar made"
    CALENDAR_ENDED = "calendar_ended", "Address of a calendar ended"
    ATTESTED = "attested", "Said why nobody was asked by email"
    RECUSED = "recused", "Conflict of interest declared"
    SEAT_CHANGED = "seat_changed", "Seat on the panel given or ended"
    QUORUM_SET = "quorum_set", "Rule for the quorum changed"
    MEETING_PLANNED = "meeting_planned", "Meeting of the panel planned"
    MEETING_CHANGED = "meeting_changed", "Time or place of a meeting changed"
    MEETING_CANCELLED = "meeting_cancelled", "Meeting cancelled"
    MEETING_HELD = "meeting_held", "Who was at a meeting recorded"
    AGENDA_CHANGED = "agenda_changed", "Agenda of a meeting changed"
    INVITED = "invited", "Invited to a meeting"
    INVITATION_ANSWERED = "invitation_answered", "Invitation to a meeting answered"
    PACK_MADE = "pack_made", "Copy of a meeting’s papers made"
    MINUTED = "minuted", "Minutes written"
    MINUTES_CONFIRMED = "minutes_confirmed", "Minutes confirmed"
    MINUTES_CORRECTED = "minutes_corrected", "Correction to minutes added"
    ACTION_SET = "action_set", "Action arising from a meeting written down"
    ACTION_DONE = "action_done", "Action arising from a meeting done"
    AUDIT_READ = "audit_read", "Audit looked at"
    RECOVERY_ASKED = "recovery_asked", "Help asked for with a lost second factor"
    RECOVERY_CONFIRMED = "recovery_confirmed", "Confirmed that a second factor is lost"
    RECOVERY_DROPPED = "recovery_dropped", "Request about a lost second factor dropped"
    FACTOR_TAKEN_AWAY = "factor_taken_away", "Second factor taken away by two colleagues"
    AUDIT_EXPORTED = "audit_exported", "Audit exported"
    AUDIT_CHECK_ASKED = "audit_check_asked", "Audit’s chain to be checked"
    HELD = "held", "Kept beyond its time"
    HOLD_ENDED = "hold_ended", "No longer kept beyond its time"
    DISPOSAL_PROPOSED = "disposal_proposed", "Disposal proposed"
    DISPOSAL_DROPPED = "disposal_dropped", "Proposed disposal taken back"
    DISPOSAL_CONFIRMED = "disposal_confirmed", "Disposal confirmed by a second person"
    DISPOSED = "disposed", "Destroyed, with a receipt"
    EXPORTED = "exported", "All that is kept about it exported"
    RETENTION_CHANGED = "retention_changed", "Rule on how long cases are kept changed"
    SUMMARY_ASKED = "summary_asked", "Agency asked for a summary"
    SUMMARY_REMINDED = "summary_reminded", "Agency reminded of its summary"
    SUMMARY_EXTENDED = "summary_extended", "Agency given more time"
    SUMMARY_HANDED_ON = "summary_handed_on", "Summary handed on to another mailbox"
    SUMMARY_STARTED = "summary_started", "Summary started by the agency"
    SUMMARY_SENT = "summary_sent", "Summary sent by the agency"
    SUMMARY_NIL = "summary_nil", "Agency said that they are not known to it"
    SUMMARY_ADDED = "summary_added", "Information added by the agency"
    SUMMARY_WITHDRAWN = "summary_withdrawn", "Request to the agency taken back"
    QUESTION_ASKED = "question_asked", "Referrer asked a question"
    QUESTION_REMINDED = "question_reminded", "Referrer reminded of a question"
    QUESTION_ANSWERED = "question_answered", "Question answered by the referrer"
    QUESTION_TAKEN_BACK = "question_taken_back", "Question to the referrer taken back"


@dataclass(frozen=True)
class Actor:
    """Who acts, as the audit keeps it: a number and a role, never a name."""

    role: str
    id: int | None = None


REFERRER = Actor("Referrer")
SITE = Actor("The site itself")
ASKED_PERSON = Actor("Person asked to agree")
ASKED_AGENCY = Actor("Agency asked for a summary")


def staff(user: User | AnonymousUser) -> Actor:
    held = [role.value for role in Role if has_role(user, role)]
    return Actor(", ".join(held) or "No role", user.pk)


class AuditEvent(models.Model):
    at = models.DateTimeField(auto_now_add=True)
    actor_id = models.BigIntegerField(null=True)
    actor_role = models.CharField(max_length=200)
    verb = models.CharField(max_length=40)  # one of Verb; new verbs need no change of the table
    referral_id = models.UUIDField(null=True)
    reference = models.CharField(max_length=20, blank=True)
    # Which part of the referral, such as “file 2”. Never anybody’s words.
    about = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ("-at", "-id")
        indexes = (
            models.Index(fields=("referral_id", "at"), name="audit_by_referral"),
            models.Index(fields=("-at", "-id"), name="audit_newest"),
            models.Index(fields=("actor_id", "-at"), name="audit_by_person"),
        )
        triggers = (*kept_for_good(), linked_at_commit())

    def __str__(self) -> str:
        return f"{self.verb} {self.reference}".strip()


def record(
    verb: Verb,
    *,
    by: Actor,
    referral_id: UUID | None = None,
    reference: str | None = None,
    about: str = "",
) -> AuditEvent:
    """Write one event. Call it inside the transaction of the act that it records."""
    return AuditEvent.objects.create(
        verb=verb,
        actor_id=by.id,
        actor_role=by.role,
        referral_id=referral_id,
        reference=reference or "",
        about=about,
    )
