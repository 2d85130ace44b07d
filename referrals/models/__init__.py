"""What the database keeps of a referral: itself, its files, the keys to a draft, the audit."""

from referrals.models.audit import REFERRER, SITE, AuditEvent, Verb, record, staff
from referrals.models.files import FileKind, ReferralFile
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
    "FileKind",
    "KeyKind",
    "LinkRequest",
    "Referral",
    "ReferralFile",
    "ReviewOrigin",
    "Status",
    "Verb",
    "record",
    "staff",
]
