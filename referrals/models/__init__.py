"""What the database keeps of a referral: itself, the keys to a draft, and the audit."""

from referrals.models.audit import REFERRER, SITE, AuditEvent, Verb, record, staff
from referrals.models.keys import DraftKey, KeyKind
from referrals.models.link_request import LinkRequest
from referrals.models.referral import Referral
from referrals.models.review_origin import ReviewOrigin
from referrals.models.status import Status

__all__ = [
    "REFERRER",
    "SITE",
    "AuditEvent",
    "DraftKey",
    "KeyKind",
    "LinkRequest",
    "Referral",
    "ReviewOrigin",
    "Status",
    "Verb",
    "record",
    "staff",
]
