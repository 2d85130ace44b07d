"""Five thousand cases on the board: eight queries for the whole page, quickly, and no key used."""

from time import monotonic

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from referrals.models import Case
from tests.factories import make_person, sign_in
from tests.factories.agreement import request_of
from tests.factories.clock import make_rule, ticking
from tests.factories.referrals import text_of
from tscb.board import site
from tscb.board.calendar import add_working_days
from tscb.board.models import Agency
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
MANY = 5000
QUERIES = 8  # session, person, second factor, roles, counts, cases, and two for the calendar
SECONDS = 2.0
COPIES = """
create temporary table copied on commit drop as
    select gen_random_uuid() as new, n, id as old
    from generate_series(1, %(more)s) n, referrals_referral;
"""
REFERRALS = """
insert into referrals_referral ({columns})
    select {values} from referrals_referral r join copied c on c.old = r.id;
"""
REST = """
insert into referrals_case
        (referral_id, is_restricted, outcome, learning_from, agency_id, lead_id)
    select new, false, '', '{}', (select id from board_agency order by id offset n %% 5 limit 1),
        case when n %% 3 = 0 then %(lead)s end from copied;
insert into referrals_deadline (referral_id, rule_id, lasts, starts_on, counted_on, due_on,
        counted_with, moved_reason)
    select new, rule_id, lasts, starts_on, due_on + n %% 90, due_on + n %% 90, counted_with,
        moved_reason from referrals_deadline join copied on old = referral_id;
analyze referrals_referral; analyze referrals_case; analyze referrals_deadline;
"""
CHANGED = {
    "id": "c.new",
    "reference": "'R-' || c.n",
    "start_key": "md5(c.new::text)",
    "answers": r"'\x00'::bytea",  # no key opens it
    "status": "(array['received', 'with_panel', 'recommended', 'withdrawn'])[1 + c.n %% 4]",
    "submitted_at": "r.submitted_at - c.n * interval '1 hour'",
}


def make_many(lead: int) -> None:
    """Copies of the one there is, made by the database."""
    with connection.cursor() as cursor:
        cursor.execute("select * from referrals_referral limit 0")
        columns = [column.name for column in cursor.description]
        values = [CHANGED.get(name, f"r.{name}") for name in columns]
        copying = REFERRALS.format(columns=", ".join(columns), values=", ".join(values))
        cursor.execute(COPIES + copying + REST, {"more": MANY - 1, "lead": lead})


@pytest.mark.usefixtures("facts_are_kept")
def test_board_of_five_thousand_takes_eight_queries_and_no_key():
    for number in range(5):
        Agency.objects.create(name=f"Agency {number}", slug=f"agency-{number}")
    make_rule()
    case = ticking(add_working_days(localdate(), -3))
    request_of(case)
    reader = make_person(Role.PANEL_MEMBER)
    make_many(reader.pk)
    assert Case.objects.count() == MANY
    board = sign_in(Client(), reader)
    narrow = "show=in-hand&waiting=panel&lead=nobody&order=newest"
    for query, words in (("", "All (5000)"), (narrow, "With the panel (")):
        site.forget()
        site.current()  # the board's names and numbers: every process keeps them for a second
        with CaptureQueriesContext(connection) as captured:
            began = monotonic()
            answer = board.get(f"/panel/?{query}")
            took = monotonic() - began
        assert answer.status_code == 200
        assert len(captured) == QUERIES
        assert took < SECONDS
        assert words in text_of(answer)
        read = [one["sql"] for one in captured if '"referrals_referral"."answers"' in one["sql"]]
        assert read == []
