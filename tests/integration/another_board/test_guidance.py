"""One choice in the settings: criteria, deadlines, types of review and whom to tell follow it, and
what was begun before stays under its own."""

import pytest
from django.urls import reverse

from referrals.description.guidance import FRAMEWORK, begun_under
from referrals.description.screening import Outcome
from referrals.description.which_test import explain
from referrals.models import ClockRule, Referral, ToTell
from reviews.models import ReviewType
from tests.factories import make_person, sign_in
from tests.factories.deciding import with_panel
from tscb.board import site
from tscb.board.following import follow
from tscb.board.framework import Framework
from tscb.board.management.commands.set_up_site import Command
from tscb.board.models import BoardSettings
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
HARMED = {
    "child_died": "no",
    "seriously_harmed": "yes",
    "abuse_or_neglect": "known",
    "joint_working_concern": "no",
}


@pytest.fixture
def board():
    Command().handle()


def come_under_2018(client) -> None:
    """As an editor does it, on the page of the settings."""
    sign_in(client, make_person(Role.EDITOR, is_staff=True))
    address = reverse("admin:board_boardsettings_change", args=[1])
    form = client.get(address).context["adminform"].form
    told = {name: form[name].value() for name in form.fields}
    told = {name: "" if value is None else value for name, value in told.items()}
    response = client.post(address, told | {"framework": "2018"})
    assert response.status_code == 302, response.context["errors"]
    site.forget()


def in_force() -> set[str]:
    return set(ClockRule.objects.in_force().values_list("key", flat=True))


def offered() -> set[str]:
    return set(ReviewType.objects.filter(is_offered=True).values_list("slug", flat=True))


def start(client) -> Referral:
    client.post("/refer/", {"start_key": client.get("/refer/").context["start_key"]})
    return Referral.objects.latest("created_at")


@pytest.mark.usefixtures("board")
def test_site_begins_under_the_guidance_of_its_time():
    assert {"K1", "K2", "K4"} <= in_force()
    assert not {"K3b", "K7", "K8", "L1"} & in_force()
    assert "serious-case-review" in offered()
    assert "rapid-review" not in offered()


@pytest.mark.usefixtures("board")
def test_deadlines_types_and_whom_to_tell_follow_the_choice(client):
    come_under_2018(client)
    assert in_force() == {"K7", "K8", "K9", "K10", "K10b", "K11"}
    lengths = dict(ClockRule.objects.in_force().values_list("key", "length"))
    assert (lengths["K7"], lengths["K8"]) == (5, 15)
    assert offered() == {
        "rapid-review",
        "local-child-safeguarding-practice-review",
        "national-child-safeguarding-practice-review",
        "learning-review",
    }
    assert "15 working days" in ToTell.objects.get(key="national-panel").rule


@pytest.mark.usefixtures("board")
def test_choosing_back_brings_all_of_it_back(client):
    before = in_force(), offered(), list(ToTell.objects.values_list("key", "rule", "days"))
    come_under_2018(client)
    follow(Framework.UNTIL_2018, by=None)
    assert in_force() == before[0]
    assert offered() == before[1]
    assert list(ToTell.objects.values_list("key", "rule", "days")) == before[2]


@pytest.mark.usefixtures("board")
def test_what_the_board_made_of_it_itself_stays(client):
    own = ReviewType.objects.create(slug="table-talk", name="Table talk")
    ToTell.objects.filter(key="ofsted").update(rule="By telephone", days=2)
    come_under_2018(client)
    assert ReviewType.objects.get(pk=own.pk).is_offered
    assert ToTell.objects.get(key="ofsted").rule == "By telephone"


@pytest.mark.usefixtures("board")
def test_referral_is_explained_by_the_guidance_under_which_it_was_begun(client):
    before = start(client)
    come_under_2018(client)
    client.cookies.clear()
    later = start(client)
    assert explain(before.answers | HARMED).outcome != Outcome.MUST
    assert explain(later.answers | HARMED).outcome == Outcome.MUST
    assert "29 June 2018" in explain(later.answers).wording
    assert "2006" in explain(before.answers).wording


@pytest.mark.usefixtures("board")
def test_panel_goes_through_the_criteria_of_the_case(client):
    earlier = with_panel()
    come_under_2018(client)
    later = with_panel(**{FRAMEWORK: "2018"})
    sign_in(client, make_person(Role.COORDINATOR))
    for referral, words, kind in (
        (earlier, "regulations of 2006", "Serious Case Review"),
        (later, "holds from 29 June 2018", "Rapid review"),
    ):
        page = client.get(reverse("panel:recommendation", args=[referral.pk])).content.decode()
        assert words in page
        assert kind in page
    assert "Serious Case Review" not in page


@pytest.mark.usefixtures("board")
def test_former_version_of_the_settings_brings_its_guidance_back(client):
    come_under_2018(client)
    history = client.get(reverse("admin:board_boardsettings_history", args=[1]))
    first = history.context["page"].object_list[-1]
    client.post(reverse("admin:board_boardsettings_version", args=[1, first.pk]))
    assert BoardSettings.current().framework == Framework.UNTIL_2018
    assert "K1" in in_force()


def test_mark_that_nobody_knows_is_the_first_guidance():
    assert begun_under({FRAMEWORK: "1066"}) == Framework.UNTIL_2018


@pytest.mark.usefixtures("board")
def test_no_page_of_the_form_can_set_the_guidance(client):
    draft = start(client)
    client.post("/refer/before-you-start/", {FRAMEWORK: "2018", "child_at_risk_now": "no"})
    draft.refresh_from_db()
    assert FRAMEWORK not in draft.answers
