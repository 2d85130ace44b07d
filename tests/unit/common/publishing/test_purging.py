"""Words that are taken out of the history: which, how, by whom; and what the database refuses."""

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from tests.factories import make_person, make_review
from tests.factories.admin import change, staff_client
from tscb.board.models import User
from tscb.board.roles import Role
from tscb.common.publishing import history, purging
from tscb.common.publishing.history import HistoryEntry
from tscb.common.publishing.models import Status
from tscb.common.publishing.purge import Purge
from tscb.common.publishing.words_taken_out import pattern_of, without

pytestmark = pytest.mark.django_db
WHY = "A child was named in a draft"
NAME = "Morwenna Testington"


@pytest.fixture
def lead() -> User:
    return make_person(Role.DATA_PROTECTION_LEAD)


def named_once(editor: User, **fields):
    """A review in whose draft a name once stood: two versions, and a note in the admin's log."""
    review = make_review(status=Status.DRAFT, summary=f"About {NAME}’s family", **fields)
    client = staff_client(editor)
    change(client, review, title=f"{NAME}: what we learned", slug="morwenna-testington")
    change(client, review, title="What we learned", slug="learned", summary="About a family")
    return review


def asked(review, by: User, words: str = NAME, why: str = WHY) -> Purge:
    kind = review._meta.label_lower
    return purging.ask(kind=kind, object_id=review.pk, words=words, why=why, by=by)


def everything_kept(review) -> str:
    entries = HistoryEntry.objects.of(review)
    notes = LogEntry.objects.filter(object_id=str(review.pk))
    rows = [*entries.values_list("event", "content"), *notes.values_list("object_repr")]
    return str(rows)


FOUND = [
    "Morwenna Testington", "MORWENNA TESTINGTON", "Morwenna  \n Testington",
    "Morwenna Testington’s", "(Morwenna Testington)", "morwenna-testington", "morwenna_testington",
]  # fmt: skip
NOT_FOUND = ["Morwennas Testingtons", "Morwenna", "Mor wenna Testington", "AMorwenna Testington"]


@pytest.mark.parametrize("text", FOUND)
def test_words_are_found_however_they_stand(text):
    assert pattern_of(NAME).search(text)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_parts_of_other_words_are_left(text):
    assert not pattern_of(NAME).search(text)


def test_accent_is_found_in_either_coding():
    assert pattern_of("Zoë").search("Zoe\u0308 came")


def test_longer_phrase_goes_before_its_part():
    assert without("Tom Sample and Tom", pattern_of("Tom\nTom Sample")) == (
        "[removed] and [removed]",
        2,
    )


def test_words_are_found_however_deep_they_stand():
    said = {"fields": {"title": "Tom", "slug": "about-tom"}, "parts": [{"text": "Tom"}, 5, None]}
    assert without(said, pattern_of("Tom")) == (
        {
            "fields": {"title": "[removed]", "slug": "about-removed"},
            "parts": [{"text": "[removed]"}, 5, None],
        },
        3,
    )


def test_name_is_gone_from_every_version_and_note(editor, lead):
    review = named_once(editor)
    assert "Testington" in everything_kept(review)
    kind = ContentType.objects.get_for_model(review)
    note = {"user": editor, "content_type": kind, "object_id": review.pk, "action_flag": CHANGE}
    LogEntry.objects.create(object_repr=f"{NAME}: what we learned", **note)
    versions = HistoryEntry.objects.of(review).versions().count()
    purge = purging.carry_out(purge=asked(review, editor), by=lead)
    assert "estington" not in everything_kept(review)
    assert HistoryEntry.objects.of(review).versions().count() == versions
    assert purge.replaced >= 4
    assert (purge.state, purge.words) == (Purge.State.DONE, None)
    for entry in HistoryEntry.objects.of(review).versions():
        assert entry.digest == history.digest_of(entry.content)


def test_words_of_a_proposal_go_too(editor, lead):
    review = make_review(status=Status.PUBLISHED)
    change(staff_client(editor), review, summary=f"About {NAME}")
    review.refresh_from_db()
    assert review.proposed
    purging.carry_out(purge=asked(review, editor), by=lead)
    review.refresh_from_db()
    assert review.proposed.content["fields"]["summary"] == "About [removed]"


def test_other_items_keep_their_history(editor, lead):
    review, other = named_once(editor), named_once(editor)
    purging.carry_out(purge=asked(review, editor), by=lead)
    assert "Testington" in everything_kept(other)


def test_history_of_what_was_deleted_is_cleared_too(editor, lead):
    review = named_once(editor)
    purge = asked(review, editor)
    review.delete()
    assert purging.carry_out(purge=purge, by=lead).replaced


def test_history_says_who_why_and_how_often_and_not_what(editor, lead):
    review = named_once(editor)
    purge = purging.carry_out(purge=asked(review, editor), by=lead)
    done, wanted = HistoryEntry.objects.of(review)[:2]
    assert (done.by, wanted.by) == (lead, editor)
    assert done.event == f"Words taken out of the history in {purge.replaced} places: {WHY}"
    assert wanted.event == f"Words to be taken out of the history, because: {WHY}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM common_purge")
        assert "estington" not in str(cursor.fetchall())
    assert "estington" not in str(purge)


def test_words_wait_encrypted(editor):
    asked(named_once(editor), editor)
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM common_purge")
        assert b"estington" not in bytes(cursor.fetchone()[0])


def test_nobody_does_it_alone(editor):
    purge = asked(named_once(editor), editor)
    with pytest.raises(ValidationError, match="a second person"):
        purging.carry_out(purge=purge, by=editor)


def test_what_a_page_says_today_is_changed_by_editing_it(editor, lead):
    review = named_once(editor, method=f"We met {NAME}")
    with pytest.raises(ValidationError, match="as it is today"):
        purging.carry_out(purge=asked(review, editor), by=lead)


def test_dropping_it_forgets_the_words_and_leaves_the_history(editor, lead):
    review = named_once(editor)
    purge = purging.drop(purge=asked(review, editor), by=lead)
    assert (purge.state, purge.words) == (Purge.State.DROPPED, None)
    assert "Testington" in everything_kept(review)
    for ending in (purging.drop, purging.carry_out):
        with pytest.raises(ValidationError, match="already"):
            ending(purge=purge, by=lead)


@pytest.mark.parametrize(
    ("words", "why", "said"),
    [
        ("", WHY, "Write 1 to 20 words"),
        ("Mo", WHY, "of 3 letters or more"),
        (NAME, "short", "Write in 10 to 300 letters why"),
        (NAME, f"{NAME} was named", "Do not repeat the words"),
        ("Somebody Else", WHY, "do not stand in its history"),
    ],
)
def test_what_cannot_be_asked(editor, words, why, said):
    review = named_once(editor)
    with pytest.raises(ValidationError, match=said):
        asked(review, editor, words, why)
    assert not Purge.objects.exists()


def refused(statement: str, *values: int) -> bool:
    """Whether the database does; where it does not, nothing of it stays."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            transaction.set_rollback(True)
    except DatabaseError:
        return True
    return False


RUN = "UPDATE common_purge SET state = 'running', ended_by_id = %s; "
ENTRIES = "UPDATE common_historyentry SET "


def test_database_refuses_every_other_way(editor, lead):
    review = named_once(editor)
    purge = asked(review, editor)
    end = "UPDATE common_purge SET state = 'done', words = NULL, ended_by_id = %s"
    copied = "kind, object_id, words, why, replaced, asked_by_id, asked_at, ended_at"
    assert refused(f"{ENTRIES} content = '{{}}'")
    assert refused("DELETE FROM common_historyentry")
    assert refused(RUN, editor.pk)
    assert refused(end, lead.pk)
    assert refused("UPDATE common_purge SET why = 'Something else'")
    assert refused("DELETE FROM common_purge")
    assert refused(
        f"INSERT INTO common_purge (state, ended_by_id, {copied})"  # noqa: S608 - our own names
        f" SELECT 'running', %s, {copied} FROM common_purge",
        lead.pk,
    )
    purging.carry_out(purge=purge, by=lead)
    assert refused(f"{ENTRIES} content = '{{}}'")
    assert refused("UPDATE common_purge SET state = 'running', words = ''")


def test_while_it_is_carried_out_nothing_but_the_words_of_this_item_can_change(editor, lead):
    review, other = named_once(editor), named_once(editor)
    asked(review, editor)
    of_this = " WHERE content IS NOT NULL AND object_id = %s"
    assert not refused(RUN + ENTRIES + "content = '{}'" + of_this, lead.pk, review.pk)
    assert refused(RUN + ENTRIES + "content = '{}'" + of_this, lead.pk, other.pk)
    assert refused(RUN + "DELETE" + " FROM common_historyentry", lead.pk)
    for part in ("by_id = 1 - by_id", "at = now()", "kind = 'x.y'", "object_id = 0", "id = -id"):
        assert refused(RUN + ENTRIES + part + of_this, lead.pk, review.pk), part


@pytest.mark.django_db(transaction=True)
def test_purge_that_runs_cannot_be_left_running(editor, lead):
    asked(named_once(editor), editor)
    ends_badly = pytest.raises(DatabaseError, match="has to end where it began")
    with ends_badly, connection.cursor() as cursor:
        cursor.execute(RUN, [lead.pk])
    assert Purge.objects.get().state == Purge.State.OPEN
