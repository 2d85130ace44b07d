"""Children and whatever else may be added several times: add, change, remove, go on."""

import pytest
from django.test import Client

from referrals.description.children import ROWS
from referrals.description.example import complete_answers
from referrals.description.pages import FIRST
from referrals.description.places import Place
from tests.factories.referrals import (
    CHILD,
    CHILD_ADDRESS,
    answer,
    keep,
    start,
    text_of,
    the_child,
    the_referral,
)

pytestmark = pytest.mark.django_db
LIST = "/refer/children/"


@pytest.fixture
def practitioner(client: Client) -> Client:
    start(client)
    answer(client, FIRST)
    return client


def test_list_starts_empty_and_offers_to_add(practitioner):
    page = text_of(practitioner.get(LIST))
    assert "Nothing is added yet" in page
    assert "Add a child" in page


def test_opening_the_page_of_a_new_row_keeps_nothing(practitioner):
    assert practitioner.get(CHILD_ADDRESS).status_code == 200
    assert "children" not in the_referral().answers


def test_saved_row_is_listed_by_its_name_and_its_last_page_leads_back_to_the_list(practitioner):
    keep(the_referral(), {"children": complete_answers()["children"]})
    last = Place(ROWS.pages[-1], ROWS, "children-1")
    assert answer(practitioner, last).headers["Location"] == LIST
    page = text_of(practitioner.get(LIST))
    assert "Robin Sample" in page
    assert "Add another child" in page


def test_row_saved_twice_is_one_row(practitioner):
    answer(practitioner, CHILD)
    answer(practitioner, CHILD)
    assert the_child()["child_first_names"] == "Robin"


def test_row_with_errors_keeps_the_good_and_is_called_by_its_number_in_the_title(practitioner):
    page = text_of(
        practitioner.post(CHILD_ADDRESS, {"child_name_known": "yes", "child_last_name": "Sample"})
    )
    assert "<title>Error: Child 1: Who the child is" in page
    assert the_child()["child_last_name"] == "Sample"


def test_removing_asks_first_and_takes_the_row_with_what_was_unfinished(practitioner):
    practitioner.post(
        CHILD_ADDRESS,
        {"child_name_known": "yes", "child_first_names": "x" * 300, "child_last_name": "Sample"},
    )
    assert "Remove Sample?" in text_of(practitioner.get(f"{LIST}children-1/remove/"))
    assert the_referral().unfinished
    assert practitioner.post(f"{LIST}children-1/remove/").headers["Location"] == LIST
    assert (the_referral().answers["children"], the_referral().unfinished) == ([], {})


def test_removing_what_is_gone_leads_to_the_list(practitioner):
    assert practitioner.get(f"{LIST}children-9/remove/").headers["Location"] == LIST
    assert practitioner.post(f"{LIST}children-9/remove/").headers["Location"] == LIST


@pytest.mark.parametrize(
    "path",
    ["children/children-1/nonsense/", "what-happened/a/about/", "nonsense/a/about/"],
)
def test_what_is_no_page_of_a_row_is_not_found(practitioner, path):
    assert practitioner.get(f"/refer/{path}").status_code == 404
    assert practitioner.get("/refer/what-happened/a/remove/").status_code == 404
    assert practitioner.get(f"/refer/children/{'a' * 33}/about/").status_code == 404


def test_rows_are_closed_while_the_first_page_is_not_passed(client):
    start(client)
    for path in (LIST, CHILD_ADDRESS):
        assert client.get(path).headers["Location"] == "/refer/before-you-start/"


def test_one_row_too_many_is_refused_with_a_sentence_and_shown_again(practitioner):
    full = [
        {"id": f"c{n}", "child_name_known": "yes", "child_first_names": "Robin"}
        for n in range(ROWS.most)
    ]
    keep(the_referral(), {"children": full})
    assert "which is the most" in text_of(practitioner.get(LIST))
    page = text_of(
        practitioner.post(
            CHILD_ADDRESS, {"child_name_known": "yes", "child_first_names": "Onemore"}
        )
    )
    assert f"You can add {ROWS.most} at most" in page
    assert "Onemore" in page
    assert len(the_referral().answers["children"]) == ROWS.most


def test_change_from_the_check_page_leads_back_to_it(practitioner):
    keep(the_referral(), complete_answers())
    response = practitioner.post(
        f"{CHILD_ADDRESS}?change=yes", {"child_name_known": "yes", "child_first_names": "Kim"}
    )
    assert "Enter the child’s last name" in text_of(response)
    assert 'href="/refer/check/"' in text_of(response)
