"""What the database itself insists on."""

import re

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from referrals.models import (
    REFERRER,
    AuditEvent,
    DraftKey,
    KeyKind,
    Referral,
    Status,
    Verb,
    record,
    staff,
)
from tests.factories import make_person
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db


def received(**changed):
    fields = {
        "status": Status.RECEIVED,
        "reference": "R-2222-3333",
        "submitted_at": timezone.now(),
        "submitted_by": REFERRER.role,
    }
    return Referral.objects.create(**(fields | changed))


def test_received_referral_with_all_its_parts_is_kept():
    assert str(received()) == "R-2222-3333"


def test_draft_has_a_reference_from_the_start():
    assert re.fullmatch(r"R-.{4}-.{4}", str(Referral.objects.create()))


@pytest.mark.parametrize(
    "changed",
    [
        {"reference": None},
        {"submitted_at": None, "submitted_by": ""},
        {"submitted_by": ""},
        {"reference": ""},
        {"status": Status.DRAFT},
        {"status": Status.DRAFT, "submitted_at": None},
    ],
    ids=["no reference", "no time", "nobody", "empty", "draft sent", "somebody, no time"],
)
def test_database_refuses_half_a_submission(changed):
    with pytest.raises(IntegrityError), transaction.atomic():
        received(**changed)


def test_database_refuses_the_same_reference_twice():
    received()
    with pytest.raises(IntegrityError), transaction.atomic():
        received()


def test_key_tells_only_its_kind():
    key = DraftKey(kind=KeyKind.COOKIE, digest="secret")
    assert str(key) == "cookie key"


def test_event_keeps_a_number_and_roles_but_no_name():
    somebody = make_person(Role.EDITOR, Role.COORDINATOR)
    event = record(Verb.REFUSED, by=staff(somebody))
    assert (event.actor_id, event.actor_role) == (somebody.pk, "Editor, Coordinator")
    assert str(event) == "refused"


def test_event_of_somebody_without_role_says_so():
    assert record(Verb.REFUSED, by=staff(make_person())).actor_role == "No role"


def test_newest_event_comes_first():
    record(Verb.STARTED, by=REFERRER)
    last = record(Verb.SUBMITTED, by=REFERRER, reference="R-2222-3333")
    assert AuditEvent.objects.first() == last
    assert str(last) == "submitted R-2222-3333"
