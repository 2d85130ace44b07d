"""Promise 11: bad input gets a clear sentence, never a 500, and loses nothing that was good."""

import pytest
from django.test import Client

from referrals.description.pages import FIRST
from tests.factories.referrals import (
    CHILD,
    CHILD_ADDRESS,
    answer,
    start,
    text_of,
    the_child,
    the_referral,
)

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def practitioner(client: Client) -> Client:
    start(client)
    answer(client, FIRST)
    return client


def test_null_bytes_are_dropped_and_the_text_kept(practitioner):
    practitioner.post(
        CHILD_ADDRESS,
        {"child_name_known": "yes", "child_first_names": "Rob\x00in", "child_sex": "fem\x00ale"},
    )
    assert the_child() == {
        "id": CHILD.row_id,
        "child_name_known": "yes",
        "child_first_names": "Robin",
    }


def test_null_bytes_in_a_date_bring_a_sentence(practitioner):
    typed = {"date_of_birth_known": "yes", "child_date_of_birth_day": "\x00"}
    response = practitioner.post(CHILD_ADDRESS, typed)
    assert response.status_code == 200
    assert "Date of birth" in text_of(response)


def test_broken_utf_8_is_kept_as_far_as_it_can_be_read(practitioner):
    response = practitioner.post(
        CHILD_ADDRESS, b"child_name_known=yes&child_first_names=Si\xe2n%FF", content_type=FORM
    )
    assert response.status_code == 200
    assert the_child()["child_first_names"].startswith("Si")


def test_choice_not_offered_is_refused_with_a_sentence(practitioner):
    page = text_of(practitioner.post(CHILD_ADDRESS, {"child_sex": "<script>"}))
    assert "Choose the child’s sex" in page
    assert "<script>" not in page.split("<main")[1]


def test_markup_in_a_text_is_shown_as_it_was_typed(practitioner):
    practitioner.post(
        CHILD_ADDRESS, {"child_name_known": "yes", "child_first_names": "<b>Robin</b> {{ site }}"}
    )
    assert "&lt;b&gt;Robin&lt;/b&gt; {{ site }}" in text_of(practitioner.get("/refer/check/"))


def test_page_that_does_not_exist_is_missing(practitioner):
    assert practitioner.get("/refer/no-such-page/").status_code == 404
    assert practitioner.post("/refer/no-such-page/").status_code == 404


def test_body_that_is_too_large_is_refused_and_the_draft_stays(practitioner):
    response = practitioner.post(CHILD_ADDRESS, {"child_address": "x" * 3_000_000})
    assert response.status_code == 413
    assert the_referral().answers["spoken_to_manager"] == "yes"


@pytest.mark.parametrize("address", ["/refer/", CHILD_ADDRESS, "/refer/check/", "/refer/return/"])
@pytest.mark.parametrize("method", ["put", "delete", "patch", "options"])
def test_other_methods_are_not_allowed(practitioner, address, method):
    assert getattr(practitioner, method)(address).status_code == 405


def test_head_answers_like_get(practitioner):
    assert practitioner.head(CHILD_ADDRESS).status_code == 200
