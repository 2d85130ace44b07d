"""What a referral says of people, as the safety gate looks for it: names, addresses, dates."""

from collections.abc import Iterator

from referrals.description.conditions import Answers
from referrals.description.elements import Identity
from referrals.description.identities import namings
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


def known_in(answers: Answers) -> Iterator[Known]:
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
