"""Figures of a year: counted through the door of who looks, drawn, told in tables, and saved."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from referrals.casework.recusing import recuse
from referrals.models import AuditEvent, Case, Outcome, Referral, Status, Verb
from referrals.panel.figures.years import years_with_cases
from referrals.sample import received as sample
from tests.factories import make_person, sign_in
from tests.factories.clock import make_rule, ticking
from tests.factories.referrals import received, text_of
from tests.integration.board.test_signing_in_again import made_older
from tscb.board.models import Agency, User
from tscb.board.roles import Role
from tscb.common.reporting_years import ReportingYear, year_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(db) -> User:
    return make_person(Role.COORDINATOR)


@pytest.fixture
def desk(coordinator) -> Client:
    return sign_in(Client(), coordinator)


def table(client: Client, name: str) -> list[list[str]]:
    answer = client.get(f"/panel/figures/{name}.csv")
    assert answer.status_code == 200
    lines = answer.getvalue().decode().lstrip("\ufeff").splitlines()
    return [line.split(",") for line in lines]


def agencies(rows: list[list[str]]) -> dict[str, list[str]]:
    return {row[1]: row[2:] for row in rows if row[0] == "Agency"}


def end(referral: Referral, outcome: Outcome, status: Status = Status.DECIDED) -> None:
    """As if its actions had ended it."""
    Case.objects.filter(pk=referral.pk).update(outcome=outcome)
    Referral.objects.filter(pk=referral.pk).update(status=status)


def test_figures_tell_what_came_what_became_of_it_and_what_was_in_time(desk):
    make_rule(length=2)
    trust = Agency.objects.create(name="Sample trust", slug="sample-trust")
    long_ago = timezone.localdate() - timedelta(days=20)
    met, missed, waiting = ticking(long_ago), ticking(long_ago), ticking(timezone.localdate())
    met.deadlines.update(met_on=long_ago)
    end(met, Outcome.REVIEW)
    gone = received()
    end(gone, Outcome.WITHDRAWN, Status.CLOSED)
    Case.objects.update(agency=None)
    Case.objects.filter(pk__in=[met.pk, missed.pk, waiting.pk]).update(agency=trust)
    page = text_of(desk.get("/panel/figures/"))
    assert "<strong>4</strong> referrals were received: 2 in progress, 1 decided, 1 with" in page
    assert "Of 2 whose time to decide is over or was met, <strong>50 %</strong>" in page
    assert page.count('role="img"') == 5
    assert agencies(table(desk, "exact")) == {
        "Another agency": ["1", "0", "0", "1", ""],
        "Sample trust": ["3", "2", "1", "0", "50 %"],
    }
    assert ["Outcome", "Case review", "", "", "1", "", ""] in table(desk, "exact")
    assert AuditEvent.objects.filter(verb=Verb.FIGURES_EXPORTED).count() == 2


def test_what_is_published_tells_no_few(desk):
    trust = Agency.objects.create(name="Sample trust", slug="sample-trust")
    for _ in range(4):
        received()
    Case.objects.update(agency=None)
    received()
    Case.objects.exclude(agency=None).update(agency=trust)
    assert set(agencies(table(desk, "to-publish"))["Sample trust"][:2]) == {"fewer than 3"}
    assert "fewer than 3" not in str(table(desk, "exact"))


def test_what_somebody_may_not_see_is_not_counted_for_them(desk, coordinator):
    shut, _ = received(), received()
    recuse(referral_id=shut.pk, person=coordinator, reason="A neighbour", by=coordinator)
    assert "<strong>1</strong> referral was received" in text_of(desk.get("/panel/figures/"))


def test_samples_are_counted_only_while_there_is_nothing_else(desk):
    assert "<strong>0</strong> referrals were" in text_of(desk.get("/panel/figures/"))
    sample({}, days_ago=0)
    page = text_of(desk.get("/panel/figures/"))
    assert "These are sample cases" in page
    assert "<strong>1</strong>" in page
    received()
    page = text_of(desk.get("/panel/figures/"))
    assert "These are sample cases" not in page
    assert "<strong>1</strong>" in page


def test_years_run_from_april_and_begin_with_the_first_case(desk):
    old = received()
    when = datetime(2024, 3, 31, 12, tzinfo=UTC)
    Referral.objects.filter(pk=old.pk).update(submitted_at=when)
    years = years_with_cases(Referral.objects.all())
    assert years[0] == year_of(timezone.localdate())
    assert years[-1] == ReportingYear(2023) == year_of(date(2024, 3, 31))
    assert year_of(date(2024, 4, 1)) == ReportingYear(2024)
    page = text_of(desk.get("/panel/figures/?year=2023"))
    assert "From April 2023 to March 2024, <strong>1</strong>" in page
    assert "January to March 2024" in page


@pytest.mark.parametrize("year", ["1999", "x", "²"])
def test_year_without_figures_gets_a_sentence(desk, year):
    answer = desk.get("/panel/figures/", {"year": year})
    assert answer.status_code == 404
    assert "no figures of that year" in text_of(answer)


def test_members_read_figures_and_save_none(panel_member):
    member = sign_in(Client(), panel_member)
    assert "to-publish.csv" not in text_of(member.get("/panel/figures/"))
    assert member.get("/panel/figures/to-publish.csv").status_code == 403


def test_exact_figures_leave_after_a_fresh_sign_in_alone(desk):
    received()
    made_older(desk, 400)
    asked = desk.get("/panel/figures/exact.csv")
    assert asked.headers["Location"].startswith("/staff/again/")
    assert not AuditEvent.objects.filter(verb=Verb.FIGURES_EXPORTED).exists()
