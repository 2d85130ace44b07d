"""What the referrals behind case reviews say of people, for the safety gate alone.

Found by `discover("review_names")`. The answers are decrypted here and handed on; whoever asks
keeps none of them.
"""

import hashlib
from collections.abc import Iterable

from referrals.description.known_names import known_in
from referrals.models import ReviewOrigin
from reviews.models import CaseReview
from reviews.safety.names import Known


def known(reviews: Iterable[CaseReview]) -> list[Known]:
    """All that must not become public with these reviews."""
    origins = ReviewOrigin.objects.filter(review__in=reviews).select_related("referral")
    return [value for origin in origins for value in known_in(origin.referral.answers)]


def standing(reviews: Iterable[CaseReview]) -> str:
    """A fingerprint that changes with the links and with what the referrals say; empty for none.

    Nothing is decrypted for it.
    """
    origins = ReviewOrigin.objects.filter(review__in=reviews).order_by("referral_id")
    rows = origins.values_list("referral_id", "referral__updated_at").distinct()
    said = ";".join(f"{pk} {at.isoformat()}" for pk, at in rows)
    return hashlib.sha256(said.encode()).hexdigest() if said else ""
