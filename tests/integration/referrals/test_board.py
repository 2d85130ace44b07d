"""The board of cases: its shelves, filters and counts, whom a case waits for, and what is next."""

from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from referrals.models import Case, PanelDates, Referral, ReferrerQuestion, Status, Summary
from referrals.models.summary_state import SummaryState
from referrals.panel.board.counting import filters_of
from referrals.panel.board.filters import Chosen, Shelf
from referrals.panel.board.lines import next_step
from referrals.panel.board.rows import cases_for, week_from
from referrals.panel.board.waiting import Waiting, waited_for
from tests.factories import make_person, sign_in
from tests.factories.agreement import request_of
from tests.factories.clock import make_rule, ticking
from tests.factories.referrals import received, text_of
from tscb.board.models import Agency, User
from tscb.board.roles import Role
from tscb.common.encryption import key_store

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def reader(db) -> User:
    return make_person(Role.PANEL_MEMBER, first_name="Pat", last_name="Example")


@pytest.fixture
def board(reader) -> Client:
    return sign_in(Client(), reader)


def seen(board: Client, query: str = "") -> str:
    answer = board.get(f"/panel/?{query}")
    assert answer.status_code == 200
    return unescape(text_of(answer))


def put(referral: Referral, status: Status) -> Referral:
    """As if its actions had brought it there."""
    Referral.objects.filter(pk=referral.pk).update(status=status)
    if status not in (Status.RECEIVED, Status.WITHDRAWN):
        PanelDates.objects.create(referral=referral, meeting_on=TODAY())
    return referral


def ask_agency(referral: Referral, by: User) -> None:
    Summary.objects.create(
        referral=referral, number=1, state=SummaryState.ASKED, due_on=TODAY(), asked_by=by
    )


def ask_referrer(referral: Referral, by: User) -> None:
    ReferrerQuestion.objects.create(referral=referral, number=1, text="Which school?", asked_by=by)


def ask_manager(referral: Referral, by: User) -> None:
    request_of(referral)


ASK = {"agencies": ask_agency, "referrer": ask_referrer, "manager": ask_manager}
ALL_ASKED = ("manager", "referrer", "agencies")


@pytest.mark.parametrize(
    ("status", "asked", "waits_for"),
    [
        (Status.RECEIVED, (), ["coordinator"]),
        (Status.RECEIVED, ("manager",), ["manager"]),
        (Status.RECEIVED, ALL_ASKED, ["manager", "referrer", "agencies"]),
        (Status.WITH_PANEL, (), ["panel"]),
        (Status.WITH_PANEL, ("agencies",), ["agencies", "panel"]),
        (Status.RECOMMENDED, (), ["chair"]),
        (Status.RECOMMENDED, ("referrer",), ["referrer", "chair"]),
        (Status.DECIDED, ALL_ASKED, ["coordinator"]),
        (Status.WITHDRAWN, ALL_ASKED, ["coordinator"]),
        (Status.CLOSED, ALL_ASKED, []),
    ],
)
def test_whom_a_case_waits_for_is_one_table(status, asked, waits_for, reader):
    referral = received()
    for name in asked:
        ASK[name](referral, reader)
    put(referral, status)
    (case,) = cases_for(reader)
    assert [one.value for one in waited_for(case)] == waits_for
    for one in Waiting:
        counted = filters_of(cases_for(reader), Chosen(show="all", waiting=one), reader).found
        assert counted == (one.value in waits_for)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.RECEIVED, "Take it on"),
        (Status.WITH_PANEL, "Prepare the meeting"),
        (Status.RECOMMENDED, "Decide"),
        (Status.DECIDED, "Write the letters"),
        (Status.WITHDRAWN, "Close it, or go on"),
        (Status.CLOSED, "Nothing: it is kept"),
    ],
)
def test_every_line_says_what_is_next(status, words, board):
    put(received(), status)
    assert words in seen(board, "show=all")


def test_what_is_next_follows_the_lead_the_agreement_and_the_meeting(reader):
    Case.objects.filter(referral=received()).update(lead=reader)
    (case,) = cases_for(reader)
    assert next_step(case) == "Put it before the panel"
    request_of(case)
    assert next_step(cases_for(reader).get()).startswith("Get the manager’s agreement")
    put(case, Status.WITH_PANEL)
    PanelDates.objects.update(meeting_on=TODAY() - timedelta(days=1))
    assert next_step(cases_for(reader).get()) == "Record what the panel recommends"


def test_shelves_and_filters_combine_and_their_counts_are_what_they_show(board, reader):
    trust = Agency.objects.create(name="Sample trust", slug="sample-trust")
    mine, theirs, new, closed = (received() for _ in range(4))
    Case.objects.update(agency=None)
    Case.objects.filter(referral__in=[mine, closed]).update(lead=reader, agency=trust)
    Case.objects.filter(referral=theirs).update(lead=make_person(Role.COORDINATOR, email="c@b.uk"))
    put(closed, Status.CLOSED)
    page = seen(board)
    for words in (
        "In progress (3)",
        "New (1)",
        "Mine (1)",
        "All (4)",
        "Closed (0)",
        "Received (3)",
    ):
        assert words in page
    for words in ("Nobody yet (1)", "Pat Example (1)", "c@b.uk (1)", "Another agency (2)"):
        assert words in page
    shelves = {"new": new, "mine": mine}
    for name, one in shelves.items():
        listed = seen(board, f"show={name}")
        assert [x.reference for x in (mine, theirs, new, closed) if x.reference in listed] == [
            one.reference
        ]
    both = seen(board, f"show=all&agency={trust.pk}&lead={reader.pk}&status=closed&order=newest")
    assert closed.reference in both
    assert "1 case<" in both
    assert "Received (1)" in both  # without the filter by status
    assert f"show=mine&status=closed&agency={trust.pk}&lead={reader.pk}&order=newest" in both
    assert new.reference in seen(board, "lead=nobody&agency=another")


def test_what_is_due_comes_first_and_says_in_working_days_how_late_it_is(board, reader):
    make_rule(length=1)
    later, overdue = received(), ticking(TODAY() - timedelta(days=30))
    page = seen(board)
    assert page.index(overdue.reference) < page.index(later.reference)
    assert "Overdue (1)" in page
    assert "working days overdue" in page
    assert overdue.reference in seen(board, "show=overdue")
    assert later.reference not in seen(board, "show=overdue")


def test_due_this_week_ends_on_sunday_and_counts_every_open_deadline(reader):
    case = ticking(TODAY())
    sunday = week_from(TODAY())[1]
    assert sunday.weekday() == 6
    rules = [make_rule(key="A", length=1), make_rule(key="B", length=2)]
    case.deadlines.all().delete()
    late, week = TODAY() - timedelta(days=3), sunday
    for rule, day in zip(rules, (late, week), strict=True):
        case.deadlines.create(rule=rule, starts_on=late, counted_on=day, due_on=day)
    shelves = filters_of(cases_for(reader), Chosen(), reader).shelves
    counts = {one.value: one.count for one in shelves}
    assert counts[Shelf.DUE] == counts[Shelf.OVERDUE] == 1


def test_reference_finds_one_case_on_any_shelf_and_exactly(board):
    closed = put(received(), Status.CLOSED)
    found = seen(board, f"show=in-hand&reference=%20{closed.reference.lower()}%20")
    assert f"/panel/referrals/{closed.pk}/" in found
    part = seen(board, f"reference={closed.reference[:-1]}")
    assert f"/panel/referrals/{closed.pk}/" not in part
    assert "You see no case with the reference" in part


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("", "No case is in progress"),
        ("show=new", "No case is new"),
        ("show=mine", "You lead no case"),
        ("show=due", "Nothing is due"),
        ("show=overdue", "Nothing is overdue"),
        ("show=all", "No referral has come yet"),
        ("waiting=chair", "No case fits all these filters"),
    ],
)
def test_empty_board_explains_itself(board, query, sentence):
    assert sentence in seen(board, query)


@pytest.mark.parametrize(
    "query",
    [
        "show=x",
        "waiting=x",
        "status=x",
        "order=x",
        "agency=x",
        "lead=1234567890",
        "page=2",
        "page=x",
    ],
)
def test_address_that_leads_to_no_list_gets_a_sentence(board, query):
    answer = board.get(f"/panel/?{query}")
    assert answer.status_code == 404
    assert "There is no such" in text_of(answer)


def test_pages_hold_twenty_five(board):
    cases = [received(days_ago=days) for days in range(26)]
    first, second = seen(board), seen(board, "page=2")
    assert cases[0].reference in second
    assert cases[0].reference not in first
    assert first.count('class="board-cases__case"') == 25


def test_case_that_no_key_opens_takes_no_other_off_the_board(board):
    readable, lost = received(), received()
    request_of(lost)
    key_store.destroy(lost.pk)
    page = seen(board)
    assert readable.reference in page
    assert lost.reference in page
    assert "Agreement pending" in page
