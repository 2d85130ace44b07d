"""The panel sees that the same child may be in another referral, without any being decrypted."""

import re
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from referrals import background
from referrals.description.same_child import elsewhere, mark_the_rest, without_marks
from referrals.models import ChildMark, Referral
from tests.factories import make_person, sign_in
from tests.factories.keys import add_key
from tests.factories.referrals import filled_in, received, send, text_of
from tscb.board.models import User
from tscb.board.roles import Role
from tscb.common.encryption import key_store

pytestmark = pytest.mark.django_db
NAME_AND_BIRTH = "the same name and date of birth"
BORN = "2016-05-03"


def about(
    first: str = "Robin",
    last: str = "Sample",
    born: str = BORN,
    home: str = "",
    family: list[dict[str, str]] | None = None,
) -> Referral:
    """A received referral about this child, with this family."""
    said: dict[str, Any] = {
        "child_first_names": first,
        "child_last_name": last,
        "child_date_of_birth": born,
    }
    said |= {} if born else {"date_of_birth_known": "no"}
    return received(child_address=home or "1 Sample Street", family=family or [], **said)


def person(name: str, born: str | None = None, home: str | None = None) -> dict[str, Any]:
    """Somebody named under the family."""
    return {"person_name": name, "person_date_of_birth": born, "person_address": home}


def found(referral: Referral, user: User) -> list[tuple[str, str]]:
    return [(one.reference, one.words) for one in elsewhere(referral, user)]


@pytest.mark.parametrize(
    ("other", "in_words"),
    [
        ({}, NAME_AND_BIRTH),
        ({"first": "JAMES  robin"}, NAME_AND_BIRTH),
        ({"first": "Róbin", "last": "sample"}, NAME_AND_BIRTH),
        ({"last": "Sample-Example"}, NAME_AND_BIRTH),
        ({"first": "Alex"}, "the same last name and date of birth"),
        ({"last": "Another"}, "the same first name and date of birth"),
        ({"born": "2016-03-05"}, "the same first and last name, without the same date of birth"),
        ({"born": ""}, "the same first and last name, without the same date of birth"),
    ],
    ids=str,
)
def test_what_two_children_have_in_common_is_said_in_words(other, in_words, panel_member):
    one, another = about(), about(**other)
    assert found(one, panel_member) == [(another.reference, in_words)]
    assert found(another, panel_member) == [(one.reference, in_words)]


@pytest.mark.parametrize(
    "other",
    [
        {"first": "Rob", "born": "2017-05-03"},
        {"first": "Alex", "last": "Another"},
        {"first": "Alex", "born": "2017-05-03"},
    ],
    ids=str,
)
def test_other_children_are_not_taken_for_the_same(other, panel_member):
    about(**other)
    assert found(about(), panel_member) == []


def test_brother_or_sister_is_found_by_last_name_and_postcode(panel_member):
    one = about(home="1 Sample Street, OL6 6DL")
    another = about(first="Alex", born="2019-01-01", home="1, Sample St\nol66dl")
    words = "the same last name and postcode, perhaps a brother or sister"
    assert found(one, panel_member) == [(another.reference, words)]


HOME = "1 Sample Street, OL6 6DL"
MOTHER = person("Dana Sample", "1990-06-15")
BROTHER = {"first": "Alexis", "last": "Sample-Example", "born": "2012-04-21"}
FAR_AWAY = {"last": "Another", "born": "2019-01-01"}


@pytest.mark.parametrize(
    ("one", "another", "in_words"),
    [
        (
            {"family": [person("alexis  sample", "2012-04-21")]},
            BROTHER,
            "a child of one is named in the family of the other, with the same date of birth",
        ),
        (
            {"family": [person("Alexis Sample")]},
            BROTHER,
            "a child of one has the name of somebody in the family of the other",
        ),
        (
            {"family": [MOTHER]},
            {**FAR_AWAY, "family": [MOTHER]},
            "somebody in both families has the same name and date of birth",
        ),
        (
            {"family": [person("Dana Sample")], "home": HOME},
            {**FAR_AWAY, "family": [person("Dana Sample", home="Flat 2, OL66DL")]},
            "somebody in both families has the same name and postcode",
        ),
    ],
    ids=["child with birth", "child by name", "parent with birth", "parent at home"],
)
def test_case_of_the_same_family_is_related(one, another, in_words, panel_member):
    first, second = about(**one), about(**another)
    assert found(first, panel_member) == [(second.reference, in_words)]
    assert found(second, panel_member) == [(first.reference, in_words)]
    assert [other.is_related for other in elsewhere(first, panel_member)] == [True]


def test_adult_of_the_same_name_alone_relates_nothing(panel_member):
    about(family=[person("Dana Sample")], **FAR_AWAY)
    assert found(about(family=[person("Dana Sample", home="9 Far Road")]), panel_member) == []


def test_child_named_under_its_own_family_too_is_still_the_same_child(panel_member):
    about(family=[person("Robin Sample", BORN)])
    assert found(about(family=[person("Robin Sample", BORN)]), panel_member)[0][1] == NAME_AND_BIRTH


def test_same_child_stands_before_related_cases(panel_member, client):
    related, same = about(family=[person("Robin Sample", BORN)], **BROTHER), about()
    page = text_of(sign_in(client, panel_member).get(f"/panel/referrals/{about().pk}/"))
    one, other = page.index("The same child may also be in"), page.index("Related cases may be")
    assert one < page.index(same.reference) < other < page.index(related.reference)


def test_same_nhs_number_is_the_same_child_whatever_the_name(panel_member):
    number = {"child_nhs_number": "943 476 5919"}
    one = received(family=[], **number)
    another = received(child_first_names="Alex", child_last_name="Another", family=[], **number)
    assert found(one, panel_member) == [(another.reference, "the same NHS number")]


def test_the_likeliest_comes_first_and_each_once(panel_member):
    weak, strong = about(born="2011-01-01"), about()
    assert [reference for reference, _ in found(about(), panel_member)] == [
        strong.reference,
        weak.reference,
    ]


def test_sent_referral_is_marked(client, panel_member):
    filled_in(client)
    assert ChildMark.objects.count() == 0
    send(client)
    sent = Referral.objects.get()
    assert not without_marks().exists()
    assert found(about(), panel_member) == [(sent.reference, NAME_AND_BIRTH)]


def test_page_of_the_referral_names_the_other_one(panel_member, client):
    one, another = about(), about()
    page = text_of(sign_in(client, panel_member).get(f"/panel/referrals/{one.pk}/"))
    block = page[page.index("The same child may also be in") :]
    assert f"/panel/referrals/{another.pk}/" in block
    assert re.search(rf"{another.reference}</a>, received .*: {NAME_AND_BIRTH}", block)
    assert one.reference not in block


def test_page_says_nothing_where_there_is_no_other(panel_member, client):
    one = about()
    page = text_of(sign_in(client, panel_member).get(f"/panel/referrals/{one.pk}/"))
    assert "may also be in" not in page


def test_who_may_not_see_a_referral_is_told_of_none(editor):
    about()
    assert elsewhere(about(), editor) == []


def test_draft_is_neither_marked_nor_found(client, panel_member):
    filled_in(client)
    assert found(about(), panel_member) == []
    assert not without_marks().exists()


def test_number_of_queries_does_not_grow(panel_member, client):
    sign_in(client, panel_member)

    def queries(referral: Referral) -> int:
        with CaptureQueriesContext(connection) as counted:
            assert client.get(f"/panel/referrals/{referral.pk}/").status_code == 200
        return len([query for query in counted if "referrals_" in query["sql"]])

    one = about()
    queries(one)
    alone = queries(one)
    for _ in range(5):
        about()
    assert queries(one) == alone
    with CaptureQueriesContext(connection) as counted:
        elsewhere(one, make_person(Role.PANEL_MEMBER))
    looking = [q["sql"] for q in counted if "childmark" in q["sql"]]
    assert len(looking) == 1
    assert '"answers"' not in looking[0]


def test_marks_go_with_their_referral():
    referral = about()
    assert ChildMark.objects.exists()
    referral.delete()
    assert not ChildMark.objects.exists()


def test_referral_received_before_there_were_marks_gets_them(panel_member):
    one, another = about(), about()
    ChildMark.objects.all().delete()
    Referral.objects.update(children_marked_with="")
    before = Referral.objects.get(pk=one.pk).updated_at
    assert list(mark_the_rest(1)) == [1, 1]
    assert found(one, panel_member) == [(another.reference, NAME_AND_BIRTH)]
    assert Referral.objects.get(pk=one.pk).updated_at == before


def test_worker_marks_what_has_no_marks_and_passes_over_what_no_key_opens():
    good, lost = about(), about()
    Referral.objects.update(children_marked_with="")
    key_store.destroy(lost.pk)
    background.work()
    assert list(without_marks().values_list("pk", flat=True)) == [lost.pk]
    assert good.child_marks.exists()


def test_children_are_found_while_keys_are_being_rotated_and_after(settings, panel_member):
    old = about()
    add_key(settings)
    new = about()
    assert found(new, panel_member) == [(old.reference, NAME_AND_BIRTH)]
    call_command("rotate_keys")
    settings.FIELD_ENCRYPTION_KEYS = settings.FIELD_ENCRYPTION_KEYS[:1]
    assert found(new, panel_member) == [(old.reference, NAME_AND_BIRTH)]
    assert found(old, panel_member) == [(new.reference, NAME_AND_BIRTH)]


def test_database_alone_tells_nothing_of_the_child(settings):
    """Without the key the marks can be neither read nor guessed: another key gives others."""
    referral = about()
    kept = set(ChildMark.objects.values_list("digest", flat=True))
    referral.delete()
    add_key(settings)
    about()
    assert not kept & set(ChildMark.objects.values_list("digest", flat=True))
