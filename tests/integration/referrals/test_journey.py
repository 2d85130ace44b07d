"""From the first page to the receipt, the way a practitioner goes."""

import pytest

from tests.referrals import fill_in, start

pytestmark = pytest.mark.django_db


def test_whole_journey_ends_with_a_reference(client):
    start(client)
    response = fill_in(client)
    assert b"Referral sent" in response.content
