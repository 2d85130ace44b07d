"""Numbers and details that belong to one person, and what only looks like them."""

import pytest

from reviews.safety.checks.patterns import details_in
from reviews.safety.findings import Kind

FOUND = {
    Kind.NI_NUMBER: ["AB 12 34 56 C", "AB123456D"],
    Kind.UPRN: ["UPRN 100012345678", "Unique property reference number: 42"],
    Kind.CAR: ["AB12 CDE", "AB12CDE", "M123 ABC", "ABC 123M", "AIZ 1234"],
    Kind.NAME_WITH_BIRTH: ["Robin Sample, DOB 3/5/2016", "born 03/05/2016: Robin Sample"],
    Kind.INITIALS_WITH_DATE: ["R.S. (born 3 May 2016)", "RS 3/5/2016"],
}
NOT_FOUND = {
    Kind.NI_NUMBER: ["GB123456A", "QQ123456C", "AB12345678"],
    Kind.UPRN: ["100012345678", "UPRN is explained below"],
    Kind.CAR: ["MAY 2016", "IN 2016", "Chapter 12 THE END", "SCR 12"],
    Kind.NAME_WITH_BIRTH: ["the child was born in spring", "Date of birth: not given"],
    Kind.INITIALS_WITH_DATE: ["ICB 3 May 2016", "On 3 May 2016", "RS alone"],
}


def kinds_in(text: str) -> set[Kind]:
    return {kind for kind, hits in details_in(text) if hits}


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, texts in FOUND.items() for t in texts])
def test_detail_is_found(kind: Kind, text: str) -> None:
    assert kind in kinds_in(f"Note: {text}.")


@pytest.mark.parametrize(
    ("kind", "text"), [(k, t) for k, texts in NOT_FOUND.items() for t in texts]
)
def test_look_alike_is_not_found(kind: Kind, text: str) -> None:
    assert kind not in kinds_in(f"Note: {text}.")
