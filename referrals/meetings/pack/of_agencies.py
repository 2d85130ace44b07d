"""What other agencies wrote of a case, in the papers: each summary, and who has not answered."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.formats import date_format

from referrals.description.summaries import summary_passages
from referrals.meetings.pack.as_answered import part_by_part
from referrals.meetings.pack.sections import Pair, Section
from referrals.models import Referral, Summary, SummaryState


def of_agencies(referral: Referral) -> Iterator[Section]:
    asked = Summary.objects.of(referral).exclude(state=SummaryState.WITHDRAWN)
    rows = list(asked.prefetch_related("additions").defer("unfinished"))
    if rows:
        yield Section("Agencies asked", pairs=tuple(Pair(*standing(row)) for row in rows))
    for row in rows:
        if row.state == SummaryState.SENT or row.additions.all():
            yield from summary(row)


def standing(row: Summary) -> tuple[str, str]:
    if row.answered_at is None:
        return row.agency_name, f"No answer; due on {date_format(row.due_on, 'j F Y')}"
    answered = date_format(timezone.localtime(row.answered_at), "j F Y")
    return row.agency_name, f"{row.get_state_display()}, {answered}"


def summary(row: Summary) -> Iterator[Section]:
    yield Section(f"Summary: {row.agency_name}")
    yield from part_by_part(summary_passages(row), level=3)
    added = tuple(addition.text for addition in row.additions.all())
    if added:
        yield Section("Added later", texts=added, level=3)
