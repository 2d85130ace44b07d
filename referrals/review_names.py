"""What the referrals behind case reviews say of people, for the safety gate alone.

Found by `discover("review_names")`. The answers are decrypted here and handed on; whoever asks
keeps none of them.
"""

import hashlib
from collections.abc import Iterable, Iterator

from referrals.description.elements import Answers, Identity, Question
from referrals.description.pages import applying, questions
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
    kept = applying(answers)
    named = [(question, str(kept.get(question.name) or "")) for question in questions()]
    for question, value in named:
        if question.identifies and value.strip():
            yield Known(question.identifies.value, SORTS[question.identifies], value)
    initials = _initials(named)
    if initials:
        yield Known("initials beside a date", Sort.INITIALS, initials)


def _initials(named: list[tuple[Question, str]]) -> str:
    """Of the first first name and the last name: “RS”."""
    parts = {question.identifies: value.split() for question, value in named if value.strip()}
    first, last = parts.get(Identity.FIRST_NAME), parts.get(Identity.LAST_NAME)
    return (first[0][0] + last[-1][0]).upper() if first and last else ""
