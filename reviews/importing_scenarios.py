"""Case scenarios of a review in the import format."""

from typing import Any

from reviews.models import CaseReview, CaseScenario
from tscb.common.importing import Record

KEY = "scenarios"
Told = list[dict[str, Any]]
COLUMNS: Any = CaseScenario._meta


def read_scenarios(record: Record) -> Told | None:
    """None where the record says nothing of them: then those that staff wrote stay."""
    told = [_read(item) for item in record.records(KEY)]
    return told if KEY in record.data else None


def _read(item: Record) -> dict[str, Any]:
    fields = {
        name: item.text(name, required=True, longest=COLUMNS.get_field(name).max_length)
        for name in ("title", "scenario", "found")
    }
    questions = "\n".join(" ".join(one.split()) for one in item.texts("questions"))
    longest = COLUMNS.get_field("questions").max_length
    if not 0 < len(questions) <= longest:
        item.problem("questions", f"must be one or more questions of {longest:,} letters together.")
    return {**fields, "questions": questions}


def write_scenarios(review: CaseReview, told: Told | None) -> None:
    """A place in the list keeps its row, so that a trainer's bookmark still leads to it."""
    if told is None:
        return
    rows = dict(review.case_scenarios.values_list("order", "pk"))
    review.case_scenarios.exclude(order__in=range(1, len(told) + 1)).delete()
    for order, fields in enumerate(told, 1):
        CaseScenario(pk=rows.get(order), review=review, order=order, **fields).save()
