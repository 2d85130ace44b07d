"""The receipts that people hold against what the database holds."""

import json
from collections import Counter
from collections.abc import Iterator

from referrals.models import AuditEvent, Referral, Status, Verb
from tests.soak.referring import mark
from tests.soak.running import Outcome
from tscb.common.models import OutgoingMail


def faults(outcome: Outcome, submissions: int) -> list[str]:
    """A sentence for each thing that is not as promised; empty when all is well."""
    return [*outcome.problems, *without_receipt(outcome, submissions), *against_database(outcome)]


def without_receipt(outcome: Outcome, submissions: int) -> Iterator[str]:
    missing = submissions - len(outcome.receipts)
    if missing:
        yield f"{missing} people have no receipt"
    if len(set(outcome.receipts.values())) != len(outcome.receipts):
        yield "two people hold the same reference"


def against_database(outcome: Outcome) -> Iterator[str]:
    kept = {referral.reference: referral for referral in Referral.objects.all()}
    sent = {reference for reference, one in kept.items() if one.status == Status.RECEIVED}
    held = set(outcome.receipts.values())
    for name, found in {"lost": held - sent, "received twice or by nobody": sent - held}.items():
        if found:
            yield f"{len(found)} {name}: {sorted(found)[:5]}"
    if len(kept) != len(sent):
        yield f"{len(kept) - len(sent)} drafts are left over"
    for number, reference in outcome.receipts.items():
        if reference in kept and mark(number) not in json.dumps(kept[reference].answers):
            yield f"{reference} does not say what was typed"
    yield from not_once("receipt in the outbox", mailed(), held)
    yield from not_once("event of sending", recorded(), held)


def mailed() -> Counter[str]:
    """References in the subjects of receipts."""
    subjects = OutgoingMail.objects.filter(subject__contains="received").values_list("subject")
    return Counter(subject.split()[-1] for (subject,) in subjects)


def recorded() -> Counter[str]:
    events = AuditEvent.objects.filter(verb=Verb.SUBMITTED).values_list("reference")
    return Counter(reference for (reference,) in events)


def not_once(what: str, found: Counter[str], held: set[str]) -> Iterator[str]:
    wrong = [reference for reference in held | set(found) if found[reference] != 1]
    if wrong:
        yield f"{len(wrong)} without exactly one {what}: {sorted(wrong)[:5]}"
