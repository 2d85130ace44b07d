"""Who may do what to a case, and while it is how far: one table, asked by pages and by actions.

Whether somebody sees a case at all is `visible_to`'s answer, and comes before.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import TextChoices

from referrals.models import Referral, Status
from referrals.models.status import OPEN, SEEN_BY_THE_PANEL, WrongState
from tscb.board.models import User
from tscb.board.roles import PANEL_ROLES, Role, has_role
from tscb.board.words import title_of


class Act(TextChoices):
    ENTER_REFERRAL = "enter_referral", "Enter a referral that came by phone or post"
    READ = "read", "Read a case"
    NOTE = "note", "Write a note"
    TAKE_ON = "take_on", "Take on the lead, or give it up"
    HAND_OVER = "hand_over", "Hand the lead over to somebody"
    RESTRICT = "restrict", "Say who may see a case"
    RECUSE = "recuse", "Declare a conflict of interest"
    END_RECUSAL = "end_recusal", "End a recusal"
    ASK_AGREEMENT = "ask_agreement", "Ask for the manager’s agreement, or record it"
    ASK_REFERRER = "ask_referrer", "Ask the referrer for more"
    ASK_AGENCIES = "ask_agencies", "Ask agencies for a summary"
    SET_MEETING = "set_meeting", "Put a case before the panel"
    READ_MEETINGS = "read_meetings", "See when the panel meets, and answer an invitation"
    KEEP_MEETINGS = "keep_meetings", "Plan meetings and write minutes"
    READ_PACK = "read_pack", "Make a pack of papers"
    RECOMMEND = "recommend", "Record the panel’s recommendation"
    TAKE_BACK_RECOMMENDATION = "take_back_recommendation", "Take a recommendation back"
    DECIDE = "decide", "Decide"
    TAKE_BACK_DECISION = "take_back_decision", "Take a decision back"
    NOTE_TOLD = "note_told", "Note who was told of a decision"
    SEND_LETTERS = "send_letters", "Write letters"
    EDIT_LETTERS = "edit_letters", "Change the templates of letters"
    PLAN_REVIEW = "plan_review", "Plan the review"
    CLOSE = "close", "Close a case"
    REOPEN = "reopen", "Reopen a case"
    HOLD = "hold", "Keep a case beyond its time"
    PROPOSE_DISPOSAL = "propose_disposal", "Propose a disposal"
    CONFIRM_DISPOSAL = "confirm_disposal", "Confirm a disposal"
    EXPORT_CASE = "export_case", "Export all that is kept about a case"
    EXPORT_FIGURES = "export_figures", "Export figures"
    READ_CALENDAR = "read_calendar", "See the calendar of deadlines"
    ENTER_DAY = "enter_day", "Enter a day that the clock counts from"
    MOVE_DEADLINE = "move_deadline", "Move a deadline"
    SET_CLOCK_RULES = "set_clock_rules", "Change the rules of the clock"
    SET_RETENTION = "set_retention", "Change how long cases are kept"
    READ_RECEIPTS = "read_receipts", "Read the receipts of disposals"
    READ_AUDIT = "read_audit", "Read the audit"


@dataclass(frozen=True)
class Rule:
    """Which roles may, and in which states. An act that touches no case has no states."""

    roles: frozenset[Role]
    states: frozenset[Status] = frozenset()


def by(*roles: Role, states: Iterable[Status] = ()) -> Rule:
    return Rule(frozenset(roles), frozenset(states))


MEMBER, COORDINATOR, CHAIR = PANEL_ROLES
LEAD = Role.DATA_PROTECTION_LEAD
SEEN = SEEN_BY_THE_PANEL
ENDED = {Status.CLOSED, Status.WITHDRAWN}

ACTS: dict[Act, Rule] = {
    Act.ENTER_REFERRAL: by(COORDINATOR),
    Act.READ: by(MEMBER, COORDINATOR, CHAIR, states=SEEN),
    Act.NOTE: by(MEMBER, COORDINATOR, CHAIR, states=SEEN),
    Act.TAKE_ON: by(MEMBER, COORDINATOR, CHAIR, states=SEEN),
    Act.HAND_OVER: by(COORDINATOR, states=SEEN),
    Act.RESTRICT: by(COORDINATOR, CHAIR, states=SEEN),
    Act.RECUSE: by(MEMBER, COORDINATOR, CHAIR, states=SEEN),
    Act.END_RECUSAL: by(CHAIR, states=SEEN),
    Act.ASK_AGREEMENT: by(COORDINATOR, states=OPEN),
    Act.ASK_REFERRER: by(COORDINATOR, states=OPEN),
    Act.ASK_AGENCIES: by(COORDINATOR, states=OPEN),
    Act.SET_MEETING: by(COORDINATOR, states={Status.RECEIVED, Status.WITH_PANEL, Status.WITHDRAWN}),
    Act.READ_MEETINGS: by(MEMBER, COORDINATOR, CHAIR),
    Act.KEEP_MEETINGS: by(COORDINATOR),
    Act.READ_PACK: by(MEMBER, COORDINATOR, CHAIR),
    Act.RECOMMEND: by(COORDINATOR, states={Status.WITH_PANEL}),
    Act.TAKE_BACK_RECOMMENDATION: by(COORDINATOR, CHAIR, states={Status.RECOMMENDED}),
    Act.DECIDE: by(CHAIR, states={Status.RECOMMENDED}),
    Act.TAKE_BACK_DECISION: by(CHAIR, states={Status.DECIDED}),
    Act.NOTE_TOLD: by(COORDINATOR, CHAIR, states={Status.DECIDED, Status.CLOSED}),
    Act.SEND_LETTERS: by(COORDINATOR, states=SEEN),
    Act.EDIT_LETTERS: by(COORDINATOR),
    Act.PLAN_REVIEW: by(COORDINATOR, states={Status.DECIDED, Status.CLOSED}),
    Act.CLOSE: by(COORDINATOR, states={Status.DECIDED, Status.WITHDRAWN}),
    Act.REOPEN: by(COORDINATOR, CHAIR, states={Status.CLOSED}),
    Act.HOLD: by(COORDINATOR, CHAIR, states=SEEN),
    Act.PROPOSE_DISPOSAL: by(COORDINATOR, states=ENDED),
    Act.CONFIRM_DISPOSAL: by(COORDINATOR, CHAIR, states=ENDED),
    Act.EXPORT_CASE: by(COORDINATOR, states=SEEN),
    Act.EXPORT_FIGURES: by(COORDINATOR, CHAIR),
    Act.READ_CALENDAR: by(MEMBER, COORDINATOR, CHAIR),
    Act.ENTER_DAY: by(COORDINATOR, states=SEEN),
    Act.MOVE_DEADLINE: by(COORDINATOR, states=SEEN - ENDED),
    Act.SET_CLOCK_RULES: by(COORDINATOR),
    Act.SET_RETENTION: by(COORDINATOR, LEAD),
    Act.READ_RECEIPTS: by(COORDINATOR, CHAIR, LEAD),
    Act.READ_AUDIT: by(LEAD),
}


def check_act(act: Act, *, by: User | AnonymousUser, referral: Referral | None = None) -> None:
    """Raises PermissionDenied where the person may not, WrongState where the case is not so far.
    Without a referral only the person is asked about."""
    rule = ACTS[act]
    if not has_role(by, *rule.roles):
        raise PermissionDenied(f"Only {roles_in_words(rule)} can do this.")
    if referral is not None and rule.states and referral.status not in rule.states:
        label = Status(referral.status).label.lower()
        raise WrongState(f"This cannot be done to a referral that is {label}.")


def can_act(act: Act, *, by: User | AnonymousUser, referral: Referral | None = None) -> bool:
    try:
        check_act(act, by=by, referral=referral)
    except (PermissionDenied, WrongState):
        return False
    return True


def roles_in_words(rule: Rule) -> str:
    """“a coordinator or an independent chair”, in the order of Role."""
    named = [title_of(role) for role in Role if role in rule.roles]
    return " or ".join(f"{'an' if name[0] in 'aeiou' else 'a'} {name}" for name in named)
