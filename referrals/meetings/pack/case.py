"""One case in the papers: the referral as it was sent, and what has come to it since."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from referrals.description import key_dates
from referrals.description.places import applying
from referrals.description.reading import Passage, agency, passages
from referrals.description.which_test import explain
from referrals.meetings.pack.as_answered import NOT_ANSWERED, part_by_part
from referrals.meetings.pack.of_agencies import of_agencies
from referrals.meetings.pack.sections import Event, Pair, Section
from referrals.models import Addition, Agreement, Minute, Referral, ReferralFile, withdrawal_of


def sections_of(referral: Referral) -> Iterator[Section]:
    read = passages(referral.answers)
    yield about(referral)
    yield which_test(referral)
    yield chronology(read)
    yield from as_sent(read)
    yield from added_since(referral)
    yield from agreement(referral)
    yield from of_agencies(referral)
    yield from files(referral)
    yield from said_before(referral)


def about(referral: Referral) -> Section:
    received = date_format(timezone.localtime(referral.submitted_at), "j F Y, H:i")
    facts = (
        Pair("Received", received),
        Pair("Referring agency", agency(referral.answers) or NOT_ANSWERED),
        Pair("State", referral.get_status_display()),
    )
    return Section("In short", pairs=facts)


def which_test(referral: Referral) -> Section:
    explained = explain(applying(referral.answers))
    limbs = tuple(
        Pair(standing.label, f"{limb.words}\n{limb.source}") for limb, standing in explained.limbs
    )
    words = (
        f"On what the referrer said: {explained.outcome.label}. Nothing is decided by it: the "
        "panel judges each limb for itself.",
        explained.wording,
    )
    return Section("Which test this may meet", pairs=limbs, texts=words)


def chronology(read: Iterable[Passage]) -> Section:
    rows = (passage for passage in read if passage.section is key_dates.ROWS and passage.rows)
    events = tuple(event(passage) for passage in rows)
    return Section("Chronology", events=events, texts=() if events else ("No dates were given.",))


def event(passage: Passage) -> Event:
    told = {row.question.name: row.value for row in passage.rows}
    day = " ".join(filter(None, (told.get("event_date"), told.get("event_time"))))
    when = day or told.get("event_period") or "Not known when"
    return Event(when, told.get("event") or NOT_ANSWERED, told.get("event_source", ""))


def as_sent(read: Iterable[Passage]) -> Iterator[Section]:
    """The chronology stands by itself."""
    return part_by_part(passage for passage in read if passage.section is not key_dates.ROWS)


def added_since(referral: Referral) -> Iterator[Section]:
    additions = referral.additions.select_related("question")
    texts = tuple(added(addition) for addition in additions)
    if texts:
        yield Section("Added after sending", texts=texts)
    if withdrawal := withdrawal_of(referral):
        words = f"Withdrawn on {moment(withdrawal.withdrawn_at)}:\n{withdrawal.reason}"
        yield Section("Withdrawn by the referrer", texts=(words,))


def added(addition: Addition) -> str:
    """With what the board had asked, if it is the answer to that."""
    by = f"{moment(addition.added_at)}, by the {addition.added_by.lower()}:"
    question = addition.question
    asked = f"The board had asked: {question.text}" if question else ""
    return "\n".join(filter(None, (by, asked, addition.text)))


def agreement(referral: Referral) -> Iterator[Section]:
    asked = [
        Pair(f"{row.get_route_display()}, {moment(row.asked_at)}", said(row))
        for row in Agreement.objects.of(referral)
    ]
    nobody = () if asked else ("Nobody has been asked through this website.",)
    yield Section("Manager’s agreement", pairs=tuple(asked), texts=nobody)


def said(row: Agreement) -> str:
    person = ", ".join(filter(None, (row.person.get("name"), row.person.get("role"))))
    lines = (person, row.get_state_display(), row.words and f"“{row.words}”", row.why)
    return "\n".join(line for line in lines if line)


def files(referral: Referral) -> Iterator[Section]:
    """What they are and where they are read: they are not in the papers themselves."""
    listed = tuple(Pair(f"File {one.number}", about_file(one)) for one in referral.files.all())
    if listed:
        where = settings.SITE_ADDRESS + reverse("panel:referral", args=[referral.pk])
        yield Section("Supporting files", listed, (f"To be read at {where}#files",))


def about_file(one: ReferralFile) -> str:
    return f"{one.name}\n{one.get_kind_display()}, {filesizeformat(one.size)}"


def said_before(referral: Referral) -> Iterator[Section]:
    """What the panel said of this case at earlier meetings."""
    minutes = Minute.objects.filter(referral=referral).select_related("item__meeting")
    for minute in minutes.order_by("item__meeting__starts_at"):
        meeting = minute.item.meeting
        state = "" if meeting.is_confirmed else " (not confirmed yet)"
        day = date_format(meeting.day, "j F Y")
        yield Section(f"Minutes of {day}{state}", texts=(minute.text, *corrections(minute)))


def corrections(minute: Minute) -> Iterator[str]:
    for one in minute.item.corrections.all():
        yield f"Correction of {moment(one.written_at)}:\n{one.text}"


def moment(at: datetime) -> str:
    return date_format(timezone.localtime(at), "j F Y, H:i")
