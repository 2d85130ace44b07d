"""What stands in one copy of the papers: cover, agenda, cases, and the minutes to be confirmed."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from referrals.meetings.pack.case import corrections, sections_of
from referrals.meetings.pack.sections import Pair, Section
from referrals.meetings.wording import written
from referrals.models import AgendaItem, Meeting, Minute, PackCopy, Referral
from tscb.board import site

SAMPLE_MARK = "Sample – fictional"
RULES = (
    "Do not forward, copy or photograph it. Do not leave it where others can read it.",
    "Destroy it when the meeting is over: it can be made again. Who made which copy is recorded.",
)


def content(copy: PackCopy, items: Sequence[AgendaItem]) -> dict[str, Any]:
    """`items`: those that the reader may see, with their referrals."""
    meeting, board = copy.meeting, site.current()
    return {
        "title": f"Papers for the meeting on {date_format(meeting.day, 'j F Y')}",
        "panel": f"{board.panel_name}, {board.board_name}",
        "reader": str(copy.reader),
        "copy": str(copy.number),
        "sample_mark": SAMPLE_MARK if any(is_sample(item) for item in items) else "",
        "facts": [vars(fact) for fact in facts(copy)],
        "rules": list(RULES),
        "left_out": left_out(copy.left_out),
        "agenda": [vars(line(number, item)) for number, item in enumerate(items, 1)],
        "cases": list(cases(items)),
        **earlier_minutes(meeting),
    }


def is_sample(item: AgendaItem) -> bool:
    return item.referral is not None and item.referral.is_sample


def facts(copy: PackCopy) -> Iterator[Pair]:
    meeting = copy.meeting
    made = date_format(timezone.localtime(copy.made_at), "j F Y, H:i")
    yield Pair("For", str(copy.reader))
    yield Pair("Copy", f"{copy.number}, made on {made}")
    yield Pair("Meeting", written(meeting))
    if meeting.place:
        yield Pair("Place", meeting.place)


def left_out(count: int) -> str:
    if not count:
        return ""
    cases = "1 case is" if count == 1 else f"{count} cases are"
    return f"{cases} left out of this copy: its reader may not see them."


def line(number: int, item: AgendaItem) -> Pair:
    return Pair(f"{number}. {item.takes} minutes", name_of(item))


def name_of(item: AgendaItem) -> str:
    return f"Case {item.referral.reference}" if item.referral else item.business


def cases(items: Sequence[AgendaItem]) -> Iterator[dict[str, Any]]:
    for number, item in enumerate(items, 1):
        if item.referral:
            yield chapter(number, item.referral)


def chapter(number: int, referral: Referral) -> dict[str, Any]:
    sections = [section.as_data() for section in sections_of(referral)]
    return {"title": f"{number}. Case {referral.reference}", "sections": sections}


def earlier_minutes(meeting: Meeting) -> dict[str, Any]:
    """Of the meeting before: other business alone. What was said of a case stands with the case,
    behind its door."""
    before = Meeting.objects.held().filter(starts_at__lt=meeting.starts_at).first()
    if before is None:
        return {"minutes": [], "minutes_title": ""}
    written = Minute.objects.filter(item__meeting=before, referral=None).select_related("item")
    title = f"Minutes of {date_format(before.day, 'j F Y')}: other business"
    return {"minutes": [minuted(one).as_data() for one in written], "minutes_title": title}


def minuted(minute: Minute) -> Section:
    return Section(minute.item.business, texts=(minute.text, *corrections(minute)))
