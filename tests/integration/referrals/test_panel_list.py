"""The panel's list: as many queries for many as for one, and one that no key opens."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from referrals.description.reading import agency
from referrals.form.afterwards import add, withdraw
from tests.factories.agreement import asked
from tests.factories.people import sign_in
from tests.factories.referrals import received, text_of

pytestmark = pytest.mark.django_db
PRESS = "6a6e58a4-6b3c-4b0c-9d0a-5d7f7f6a2a11"


@pytest.fixture
def panel(client, panel_member):
    return sign_in(client, panel_member)


def queries(client, address: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


@pytest.mark.parametrize("shelf", ["open", "withdrawn"])
def test_list_of_many_takes_no_more_queries_than_a_list_of_one(panel, shelf):
    def one_more() -> None:
        referral = received()
        add(referral_id=referral.pk, text="More", press=PRESS)
        if shelf == "withdrawn":
            withdraw(referral_id=referral.pk, reason="Not meant")

    asked()
    one_more()
    queries(panel, f"/panel/?show={shelf}")
    alone = queries(panel, f"/panel/?show={shelf}")
    one_more()
    one_more()
    assert queries(panel, f"/panel/?show={shelf}") == alone


def test_referral_that_no_key_opens_takes_no_other_off_the_list(panel):
    asked()
    readable, lost = received(), received()
    with connection.cursor() as cursor:
        lose = "update referrals_referral set answers = %s, return_email = %s where id = %s"
        cursor.execute(lose, [b"lost", b"lost", lost.pk])
        cursor.execute("update referrals_agreement set person = %s", [b"lost"])
    page = text_of(panel.get("/panel/"))
    assert readable.reference in page
    assert lost.reference in page
    assert "No key opens this referral" in page
    assert agency(readable.answers) in page
