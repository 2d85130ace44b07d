"""“We used this briefing”: a team tells, nothing personal is taken, an editor decides."""

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.db import IntegrityError
from django.test import Client
from django.utils.timezone import localdate

from briefings.evidence import views
from briefings.models import BriefingUse, UseState
from tests.factories import make_briefing, make_use
from tests.factories.admin import admin_address, staff_client
from tscb.board.models import Agency
from tscb.common import honeypot
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db


@pytest.fixture
def briefing():
    return make_briefing(slug="unseen-men", title="Unseen men")


@pytest.fixture
def school():
    return Agency.objects.create(name="Sample School", slug="school")


def typed(**changes) -> dict[str, str]:
    day = localdate()
    told = {
        "team": "Duty team north", "agency": "school", "people": "9", "will_change": "We ask who.",
        "used_on_day": str(day.day), "used_on_month": str(day.month), "used_on_year": str(day.year),
    }  # fmt: skip
    return told | changes


def tell(client, briefing, **changes):
    return client.post(f"/briefings/{briefing.slug}/used/", typed(**changes))


def test_what_a_team_tells_is_kept_and_waits(client, briefing, school):
    response = tell(client, briefing, team="  Duty   team north ")
    assert response["Location"] == "/briefings/unseen-men/used/thanks/"
    use = BriefingUse.objects.get()
    assert (use.team, use.agency, use.people, use.used_on) == (
        "Duty team north", school, 9, localdate(),
    )  # fmt: skip
    assert (use.will_change, use.state) == ("We ask who.", UseState.WAITING)
    assert "Unseen men" in client.get(response["Location"]).content.decode()


def test_telling_twice_counts_once(client, briefing, school):
    for team in ("Duty team north", "DUTY TEAM NORTH"):
        assert tell(client, briefing, team=team).status_code == 302
    assert BriefingUse.objects.count() == 1
    tell(client, briefing, team="Duty team south")
    assert BriefingUse.objects.count() == 2


def test_an_agency_that_the_list_has_not(client, briefing, school):
    page = tell(client, briefing, agency="other").content.decode()
    assert "Enter the name of your agency or service" in page
    tell(client, briefing, agency="other", other_agency="Sample Choir")
    assert BriefingUse.objects.get().agency_name == "Sample Choir"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("will_change", "Ring 0161 496 0000 and ask."),
        ("will_change", "Write to someone@example.org."),
        ("team", "Team of M13 9PL"),
        ("will_change", "The boy, DOB 3 4 2019, is seen."),
    ],
)
def test_what_tells_who_somebody_is_is_refused_and_the_rest_stays(
    client, briefing, school, field, value
):
    page = tell(client, briefing, **{field: value}).content.decode()
    assert "Take out whatever tells who somebody is" in page
    assert 'value="9"' in page
    assert not BriefingUse.objects.exists()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"people": "0"}, "must be 1 or more"),
        ({"people": "501"}, "must be 500 or fewer"),
        ({"people": "some"}, "as a number"),
        ({"team": ""}, "Enter the name of your team"),
        ({"agency": ""}, "Choose your agency"),
        ({"agency": "nobody"}, "Choose your agency from the list as it is now"),
        ({"used_on_year": str(localdate().year + 1)}, "must be today or earlier"),
        ({"used_on_year": "1999"}, "or later"),
        ({"will_change": "x" * 1001}, "1000 characters"),
    ],
)
def test_mistakes_are_named(client, briefing, school, changes, said):
    page = tell(client, briefing, **changes).content.decode()
    assert said in page
    assert not BriefingUse.objects.exists()


@pytest.mark.parametrize(
    "words",
    [
        "Year 7", "Ward 4", "Team 0-19 north", "M13 team", "M60 HUB", "G4 SEN", "NHS 111 team",
        "CIN meeting of CIN 12 May 2026", "0-5 6-11 12-18", "Year 11, born 2010",
    ],
)  # fmt: skip
def test_what_a_team_is_called_is_not_taken_for_somebody(client, briefing, school, words):
    assert tell(client, briefing, team=words, will_change=words).status_code == 302
    assert BriefingUse.objects.get().team == words


def test_refusal_says_what_was_found_as_one_speaks(client, briefing, school):
    page = tell(client, briefing, will_change="Seen: 943 476 5919").content.decode()
    assert "what looks like an NHS number." in page
    assert "what looks like a postcode." in tell(client, briefing, team="M13 9PL").content.decode()


def test_what_a_browser_filled_in_by_itself_costs_one_more_press(client, briefing, school):
    page = tell(client, briefing, **{honeypot.FIELD: "https://example.org/"}).content.decode()
    assert "Please press the button once more" in page
    assert honeypot.FIELD not in page
    assert not BriefingUse.objects.exists()
    tell(client, briefing)
    assert BriefingUse.objects.count() == 1


def test_telling_very_often_is_refused_and_nothing_typed_is_lost(
    client, briefing, school, monkeypatch
):
    monkeypatch.setattr(views, "AN_HOUR", 1)
    tell(client, briefing)
    response = tell(client, briefing, team="Another team")
    assert response.status_code == 429
    assert 'value="Another team"' in response.content.decode()
    assert BriefingUse.objects.count() == 1


def test_only_editors_see_what_teams_wrote(panel_member, briefing):
    client = staff_client(panel_member)
    make_use(briefing, team="North")
    for page in ("reach", "reach_csv", "changelist"):
        assert client.get(admin_address(BriefingUse, page)).status_code == 403


def test_nobody_tells_of_what_is_not_public(client, school):
    draft = make_briefing(status=Status.DRAFT)
    assert tell(client, draft).status_code == 404
    assert client.get(f"/briefings/{draft.slug}/used/thanks/").status_code == 404


def test_public_sees_how_many_teams_and_nothing_else(client, briefing, school):
    for team, day in (("North", 1), ("north", 2), ("South", 3)):
        make_use(briefing, team=team, agency=school, used_on=date(2026, 3, day))
    make_use(briefing, team="Waiting", state=UseState.WAITING)
    page = client.get(briefing.get_absolute_url()).content.decode()
    assert "Used by 2 teams" in page
    assert "South" not in page


def test_a_team_is_one_however_it_writes_its_agency(client, briefing):
    for team, other, day in (("North", "Choir", 1), ("north", "CHOIR", 2), ("North", "Band", 3)):
        make_use(briefing, team=team, other_agency=other, used_on=date(2026, 3, day))
    assert "Used by 2 teams" in client.get(briefing.get_absolute_url()).content.decode()


def test_briefing_that_nobody_used_says_nothing_of_teams(client, briefing):
    assert "Used by" not in client.get(briefing.get_absolute_url()).content.decode()


def decide(client: Client, action: str, *uses: BriefingUse):
    data = {"action": action, "_selected_action": [use.pk for use in uses]}
    return client.post(admin_address(BriefingUse, "changelist"), data, follow=True)


def test_editor_accepts_and_refuses(editor_client, editor, briefing):
    good, bad = (
        make_use(briefing, state=UseState.WAITING, will_change=words) for words in ("Ask.", "Rude.")
    )
    assert "1 accepted" in decide(editor_client, "accept", good).content.decode()
    decide(editor_client, "refuse", bad)
    good.refresh_from_db()
    bad.refresh_from_db()
    assert (good.state, good.decided_by, good.will_change) == (UseState.ACCEPTED, editor, "Ask.")
    assert (bad.state, bad.will_change) == (UseState.REFUSED, "")


def test_nothing_that_was_typed_outlives_a_refusal(editor_client, briefing):
    typed = {"team": "Jane Doe", "other_agency": "Jane’s", "will_change": "Ask Jane."}
    refused = [make_use(briefing, used_on=date(2026, 3, day), **typed) for day in (1, 2)]
    decide(editor_client, "refuse", *refused)
    addresses = [admin_address(BriefingUse, "change", use.pk) for use in refused]
    addresses += [admin_address(BriefingUse, "history", use.pk) for use in refused]
    addresses += [admin_address(BriefingUse, "changelist"), "/admin/"]
    assert not any("Jane" in editor_client.get(one).content.decode() for one in addresses)
    assert not LogEntry.objects.filter(object_repr__contains="Jane").exists()
    assert [use.pk for use in BriefingUse.objects.filter(team__contains="Jane")] == []


def test_editor_decides_on_the_page_of_one_meeting(editor_client, briefing):
    use = make_use(briefing, state=UseState.WAITING)
    at = admin_address(BriefingUse, "change", use.pk)
    page = editor_client.get(at).content.decode()
    assert 'value="accept"' in page
    assert 'name="_save"' not in page  # nothing is typed, so nothing is saved
    decide(editor_client, "accept", use)
    assert 'value="accept"' not in editor_client.get(at).content.decode()
    decide(editor_client, "refuse", use)
    assert 'value="refuse"' not in editor_client.get(at).content.decode()


def test_what_was_refused_stays_refused_and_what_was_accepted_can_be(editor_client, briefing):
    use = make_use(briefing, will_change="Ask.")
    assert "It was accepted already" in decide(editor_client, "accept", use).content.decode()
    assert "1 refused" in decide(editor_client, "refuse", use).content.decode()
    assert "its words are gone" in decide(editor_client, "accept", use).content.decode()


@pytest.mark.parametrize(
    "typed", [{"team": "North"}, {"will_change": "Rude."}, {"other_agency": "Choir"}]
)
def test_database_keeps_no_words_of_what_was_refused(briefing, typed):
    wiped = {"team": "[wiped 1]", "other_agency": "[wiped]", "will_change": ""}
    with pytest.raises(IntegrityError):
        make_use(briefing, state=UseState.REFUSED, **wiped | typed)
