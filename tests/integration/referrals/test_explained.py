"""What the answers mean, and whether a child is safe: said where it helps, deciding nothing."""

import re

import pytest

from referrals.description import child_care, children, you
from referrals.description.choices import NONE
from referrals.description.places import Place
from tests.factories import sign_in
from tests.factories.referrals import address, filled_in, received, send, start, text_of

pytestmark = pytest.mark.django_db
NEITHER = {
    "child_died": "no",
    "seriously_harmed": "no",
    "abuse_or_neglect": "neither",
    "joint_working_concern": "no",
    "deprived_of_liberty": "no",
}
HARMED = NEITHER | {"seriously_harmed": "harmed", "abuse_or_neglect": "suspected"}


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"child_died": "yes"}, "must be referred"),
        (HARMED | {"joint_working_concern": "yes"}, "encouraged to refer"),
        (NEITHER, "for learning"),
        (
            HARMED | {"abuse_or_neglect": "not-known", "joint_working_concern": "yes"},
            "Not enough is known yet",
        ),
    ],
)
def test_referrer_reads_what_the_answers_mean_and_can_send_in_any_case(client, told, said):
    filled_in(client, automatic_criteria=[NONE], **{"deprived_of_liberty": "no"} | told)
    for page in (address(you.PAGE), "/refer/", "/refer/check/"):
        assert said in text_of(client.get(page))
    assert "Referral sent" in text_of(send(client))


def test_nothing_is_explained_before_anything_is_told(client):
    start(client)
    assert "What your answers mean" not in text_of(client.get("/refer/"))


def test_panel_reads_how_each_limb_stands(client, panel_member):
    referral = received(**HARMED)
    sign_in(client, panel_member)
    page = text_of(client.get(f"/panel/referrals/{referral.pk}/"))
    assert "Which test this may meet" in page
    assert page.count("Seems not to be met") == 5
    assert "Nothing is decided by it" in page


def test_panel_reads_a_whole_sentence_and_contents_that_lead_somewhere(client, panel_member):
    unsure = {"abuse_or_neglect": "not-known", "joint_working_concern": "yes"}
    referral = received(**HARMED | unsure)
    sign_in(client, panel_member)
    response = client.get(f"/panel/referrals/{referral.pk}/")
    page = response.content.decode()
    assert "not enough is known yet to say</strong> which test this case may meet." in page
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r'id="([^"]+)"', page))


LIVING = {"child_died": "no", "child_safe_now": "no"}


def test_child_not_safe_is_said_on_every_page_about_the_child_on_lists_and_the_receipt(client):
    filled_in(client, **LIVING)
    care = Place(child_care.PAGE, children.ROWS, "children-1")
    for page in (address(care), "/refer/children/", "/refer/", "/refer/check/"):
        assert "You said that a child is not safe now" in text_of(client.get(page))
    assert "You said that a child is not safe now" in text_of(send(client))


def test_brother_who_is_not_safe_brings_the_numbers_on_the_list_of_the_family(client):
    filled_in(client, person_safe_now="no")
    page = text_of(client.get("/refer/family/"))
    assert "You said that a child is not safe now" in page
    assert page.count("0161 342 4101") + page.count("0161 342 2222") >= 3


def test_one_child_not_safe_says_more_than_that_nobody_knows_of_another(client):
    filled_in(client, person_safe_now="not-known", other_children_safe="no")
    page = text_of(client.get("/refer/check/"))
    assert "You said that a child is not safe now" in page
    assert "do not know whether other children are safe" not in page


def test_task_list_speaks_of_safety_alone(client):
    filled_in(client)
    assert "Interest from the media" not in text_of(client.get("/refer/"))
    assert "Interest from the media" in text_of(client.get("/refer/check/"))
