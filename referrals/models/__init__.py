"""What the database keeps of a referral: itself, its files, the keys to a draft, what happened to
it after it was sent, and the audit.
"""

from referrals.models.access import AccessChange
from referrals.models.addition import Addition
from referrals.models.agreement import Agreement, AgreementLink
from referrals.models.agreement_state import AgreementState, Route
from referrals.models.attendance import Answer, Attendance, Presence
from referrals.models.audit import (
    ASKED_AGENCY,
    ASKED_PERSON,
    REFERRER,
    SITE,
    Actor,
    AuditEvent,
    Verb,
    record,
    staff,
)
from referrals.models.audit_chain import AuditLink, AuditTurn
from referrals.models.audit_check import AuditCheck
from referrals.models.calendar_link import CalendarLink
from referrals.models.case import Case, Recusal, open_case
from referrals.models.child_mark import ChildMark, Likeness
from referrals.models.clock_deadline import Deadline, with_next_due
from referrals.models.clock_event import CaseEvent, ClockEvent
from referrals.models.clock_notice import DeadlineNotice, Occasion
from referrals.models.clock_rule import Basis, ClockRule, Days, Unit
from referrals.models.decision import (
    ChairDecision,
    Closing,
    Telling,
    ToTell,
    current_decision,
    decision_of,
)
from referrals.models.files import FileKind, ReferralFile
from referrals.models.keeping import (
    CountedFrom,
    Disposal,
    DisposalReceipt,
    DisposalState,
    LegalHold,
    RetentionRule,
)
from referrals.models.keys import DraftKey, KeyKind
from referrals.models.learning import LearningFrom
from referrals.models.letters import Letter, LetterTemplate, LetterVersion
from referrals.models.link_request import LinkRequest
from referrals.models.meeting_state import MeetingState
from referrals.models.meetings import AgendaItem, Meeting, PackCopy, next_meeting_of
from referrals.models.minutes import ArisingAction, Correction, Minute
from referrals.models.note import Note
from referrals.models.outcome import OTHER_ACTIONS, Outcome
from referrals.models.panel_dates import PanelDates, panel_dates_of
from referrals.models.panel_seats import QuorumRule, Seat
from referrals.models.publication import Embargo, Milestone, NeutralWord, ReviewPlan, Step
from referrals.models.question import ReferrerQuestion
from referrals.models.recommendation import PanelRecommendation, current_recommendation
from referrals.models.referral import Referral
from referrals.models.review_origin import ReviewOrigin
from referrals.models.staff_entry import CameBy, StaffEntry, author_of, entry_of
from referrals.models.status import Status
from referrals.models.summary import (
    Summary,
    SummaryAddition,
    SummaryChange,
    SummaryLink,
)
from referrals.models.summary_state import SummaryState
from referrals.models.withdrawal import Withdrawal, withdrawal_of

__all__ = [
    "ASKED_AGENCY",
    "ASKED_PERSON",
    "OTHER_ACTIONS",
    "REFERRER",
    "SITE",
    "AccessChange",
    "Actor",
    "Addition",
    "AgendaItem",
    "Agreement",
    "AgreementLink",
    "AgreementState",
    "Answer",
    "ArisingAction",
    "Attendance",
    "AuditCheck",
    "AuditEvent",
    "AuditLink",
    "AuditTurn",
    "Basis",
    "CalendarLink",
    "CameBy",
    "Case",
    "CaseEvent",
    "ChairDecision",
    "ChildMark",
    "ClockEvent",
    "ClockRule",
    "Closing",
    "Correction",
    "CountedFrom",
    "Days",
    "Deadline",
    "DeadlineNotice",
    "Disposal",
    "DisposalReceipt",
    "DisposalState",
    "DraftKey",
    "Embargo",
    "FileKind",
    "KeyKind",
    "LearningFrom",
    "LegalHold",
    "Letter",
    "LetterTemplate",
    "LetterVersion",
    "Likeness",
    "LinkRequest",
    "Meeting",
    "MeetingState",
    "Milestone",
    "Minute",
    "NeutralWord",
    "Note",
    "Occasion",
    "Outcome",
    "PackCopy",
    "PanelDates",
    "PanelRecommendation",
    "Presence",
    "QuorumRule",
    "Recusal",
    "Referral",
    "ReferralFile",
    "ReferrerQuestion",
    "RetentionRule",
    "ReviewOrigin",
    "ReviewPlan",
    "Route",
    "Seat",
    "StaffEntry",
    "Status",
    "Step",
    "Summary",
    "SummaryAddition",
    "SummaryChange",
    "SummaryLink",
    "SummaryState",
    "Telling",
    "ToTell",
    "Unit",
    "Verb",
    "Withdrawal",
    "author_of",
    "current_decision",
    "current_recommendation",
    "decision_of",
    "entry_of",
    "next_meeting_of",
    "open_case",
    "panel_dates_of",
    "record",
    "staff",
    "with_next_due",
    "withdrawal_of",
]
