"""Notes, history and the frame of a case's pages; and a case that no key opens."""

from uuid import uuid4

import pytest
from django.db import InternalError, connection, transaction
from django.test import Client

from referrals.models import AuditEvent, Case, Note, Referral, Verb
from referrals.panel.notes.writing import write_note
from tests.factories import make_person, sign_in
from tests.factories.referrals import received, text_of
from tscb.board.models import User
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
WORDS = "The school nurse will bring the growth chart"
PAGES = ("", "notes/", "people/", "people/conflict/", "history/")


@pytest.fixture
def case(db) -> Referral:
    return received()


@pytest.fixture
def reader(db) -> User:
    return make_person(Role.PANEL_MEMBER, first_name="Pat", last_name="Example")


@pytest.fixture
def panel(reader) -> Client:
    return sign_in(Client(), reader)


def at(case: Referral, page: str) -> str:
    return f"/panel/referrals/{case.pk}/{page}"


def test_note_is_kept_once_encrypted_with_its_writer(case, panel):
    typed = {"text": WORDS, "press": str(uuid4())}
    for _ in range(2):
        page = text_of(panel.post(at(case, "notes/"), typed, follow=True))
    assert page.count(WORDS) == 1
    assert "Pat Example" in page
    assert Note.objects.count() == AuditEvent.objects.filter(verb=Verb.NOTED).count() == 1
    with connection.cursor() as cursor:
        cursor.execute("select text from referrals_note")
        assert WORDS.encode() not in bytes(cursor.fetchone()[0])


def test_note_is_corrected_by_another_and_never_changed(case, panel, reader):
    first = write_note(referral_id=case.pk, text=WORDS, press="1", by=reader)
    assert "This corrects note 1" in text_of(panel.get(at(case, "notes/?corrects=1")))
    typed = {"text": "It is the health visitor", "corrects": "1", "press": str(uuid4())}
    page = text_of(panel.post(at(case, "notes/"), typed, follow=True))
    assert "Note 2, corrects" in page
    assert WORDS in page
    with pytest.raises(InternalError, match="Cannot update"), transaction.atomic():
        Note.objects.filter(pk=first.pk).update(written_by=reader)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"text": ""}, "Write the note"),
        ({"text": "x" * 10_001}, "10,000 characters"),
        ({"text": WORDS, "corrects": "7"}, "is not one of this case"),
    ],
    ids=["empty", "long", "of another case"],
)
def test_note_that_cannot_be_kept_says_why_and_keeps_what_was_typed(case, panel, typed, sentence):
    page = text_of(panel.post(at(case, "notes/"), typed))
    assert sentence in page.replace("10000", "10,000")
    assert typed["text"][:50] in page
    assert not Note.objects.exists()


def test_history_tells_in_words_who_did_what(case, panel, reader):
    leader = make_person(Role.COORDINATOR, first_name="Lee", last_name="Example")
    desk = sign_in(Client(), leader)
    desk.post(at(case, "people/hand-over/"), {"to": reader.pk})
    write_note(referral_id=case.pk, text=WORDS, press="1", by=reader)
    page = text_of(panel.get(at(case, "history/")))
    assert page.index("Note written") < page.index("Lead handed over</strong>, Pat Example")
    assert "Lee Example (coordinator)" in page
    assert WORDS not in page
    assert "<strong>Read</strong>" not in page
    everything = text_of(panel.get(at(case, "history/?show=all")))
    assert "<strong>Read</strong>, history" in everything


def test_history_with_nothing_in_it_says_so(case, panel):
    assert "Nothing is recorded" in text_of(panel.get(at(case, "history/")))


def test_history_of_one_who_has_left_has_no_name(case, panel, reader):
    AuditEvent.objects.create(verb="bygone", actor_id=0, actor_role="Clerk", referral_id=case.pk)
    AuditEvent.objects.create(
        verb=Verb.NOTED, actor_id=99_999, actor_role="Coordinator", referral_id=case.pk
    )
    page = text_of(panel.get(at(case, "history/")))
    assert "Somebody who has left (coordinator)" in page
    assert "<strong>bygone</strong>" in page


def test_every_page_of_a_case_says_how_it_stands_and_leads_to_the_others(case, panel, reader):
    Case.objects.update(lead=reader, is_restricted=True)
    case.case.readers.add(reader)
    for page in PAGES:
        shown = text_of(panel.get(at(case, page)))
        assert f"Case {case.reference}" in shown
        assert "Restricted" in shown
        assert "Lead: Pat Example" in shown
        assert f'href="{at(case, "history/")}"' in shown
        assert f"CONFIDENTIAL</strong> – Case {case.reference}" in shown


@pytest.mark.parametrize("page", PAGES)
def test_case_that_no_key_opens_says_so_calmly_and_is_recorded_as_refused(case, panel, page):
    with connection.cursor() as cursor:
        cursor.execute("update referrals_referral set answers = %s", [b"lost"])
    answer = panel.get(at(case, page))
    assert answer.status_code == 503
    assert "This case cannot be opened now" in text_of(answer)
    event = AuditEvent.objects.filter(referral_id=case.pk).latest("pk")
    assert event.verb == Verb.REFUSED
