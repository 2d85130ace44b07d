"""What the referrals behind case reviews say of people, for the safety gate alone.

Found by `discover("review_names")`. The answers are decrypted here and handed on; whoever asks
keeps none of them.
"""

import hashlib
from collections.abc import Iterable, Iterator

from referrals.description.conditions import Answers
from referrals.description.elements import Identity
from referrals.description.identities import namings
from referrals.models import ReviewOrigin
from reviews.models import CaseReview
from reviews.safety.names import Known, Sort

SORTS = {
    Identity.FIRST_NAME: Sort.NAME,
    Identity.LAST_NAME: Sort.NAME,
    Identity.OTHER_NAME: Sort.NAME,
    Identity.PROFESSIONAL: Sort.FULL_NAME,
    Identity.ADDRESS: Sort.ADDRESS,
    Identity.SCHOOL: Sort.SCHOOL,
    Identity.DATE: Sort.DATE,
    Identity.BIRTH: Sort.DATE,
    Identity.NUMBER: Sort.NUMBER,
}


def known(reviews: Iterable[CaseReview]) -> list[Known]:
    """All that must not become public with these reviews."""
    origins = ReviewOrigin.objects.filter(review__in=reviews).select_related("referral")
    return [value for origin in origins for value in _of(origin.referral.answers)]


def standing(reviews: Iterable[CaseReview]) -> str:
    """A fingerprint that changes with the links and with what the referrals say; empty for none.

    Nothing is decrypted for it.
    """
    origins = ReviewOrigin.objects.filter(review__in=reviews).order_by("referral_id")
    rows = origins.values_list("referral_id", "referral__updated_at").distinct()
    said = ";".join(f"{pk} {at.isoformat()}" for pk, at in rows)
    return hashlib.sha256(said.encode()).hexdigest() if said else ""


def _of(answers: Answers) -> Iterator[Known]:
    named = list(namings(answers))
    for one in named:
        yield Known(one.identity.value, SORTS[one.identity], one.value)
    for holder in dict.fromkeys(one.holder for one in named):
        initials = _initials({one.identity: one.value for one in named if one.holder == holder})
        if initials:
            yield Known("initials beside a date", Sort.INITIALS, initials)


def _initials(names: dict[Identity, str]) -> str:
    """Of the first first name and the last name: “RS”."""
    first, last = names.get(Identity.FIRST_NAME, ""), names.get(Identity.LAST_NAME, "")
    return (first[0] + last.split()[-1][0]).upper() if first and last else ""
