"""Editors keep the board's facts right, and cannot take away what callers need."""

from collections.abc import Sequence
from datetime import time
from typing import Any

import pytest
from django.urls import reverse

from tests.factories import make_person, sign_in
from tests.factories.admin import change
from tscb.board import facts
from tscb.board.models import Agency, BoardSettings, Closure, ContactPoint, OpeningHours, Page


@pytest.fixture
def desk(editor_client):
    """An editor's desk: signed in, on a site whose facts are set up."""
    facts.set_up()
    return editor_client


def at(model: str, action: str, *args: int) -> str:
    return reverse(f"admin:board_{model}_{action}", args=args)


def hours_data(*stretches: tuple[int, str, str], saved: Sequence[OpeningHours] = ()) -> dict:
    data: dict[str, Any] = {"hours-TOTAL_FORMS": len(stretches), "hours-INITIAL_FORMS": len(saved)}
    for number, (weekday, opens, closes) in enumerate(stretches):
        data |= {
            f"hours-{number}-weekday": weekday,
            f"hours-{number}-opens": opens,
            f"hours-{number}-closes": closes,
        }
        if number < len(saved):
            data[f"hours-{number}-id"] = saved[number].pk
            data[f"hours-{number}-contact_point"] = saved[number].contact_point_id
    return data


def contact_data(point: ContactPoint, **changes: object) -> dict:
    data = {"name": point.name, "number": point.number, "role": point.role, "order": point.order}
    return data | {"note": point.note, "active": "on"} | changes


def errors_of(response) -> str:
    form, sets = response.context["adminform"].form, response.context["inline_admin_formsets"]
    return f"{form.errors} {[one.formset.non_form_errors() for one in sets]}" + str(
        [one.formset.errors for one in sets]
    )


@pytest.mark.parametrize("model", ["agency", "contactpoint", "closure", "page"])
def test_editor_sees_lists_and_forms(desk, model):
    assert desk.get(at(model, "changelist")).status_code == 200
    assert desk.get(at(model, "add")).status_code == 200


def test_names_open_at_once_and_a_change_shows_on_the_site(desk):
    response = desk.get(at("boardsettings", "changelist"))
    assert response.url == at("boardsettings", "change", 1)
    form = desk.get(response.url).context["adminform"].form
    data = {name: form[name].value() or "" for name in form.fields} | {
        "board_short_name": "TSCP",
        "website_address": "new.example.org",
    }
    desk.post(response.url, data)
    kept = BoardSettings.objects.get()
    assert (kept.board_short_name, kept.website_address) == ("TSCP", "https://new.example.org")


@pytest.mark.parametrize(
    ("warning", "said"),
    [
        ("Call [Samaritans](tel:116123).", None),
        ("Call [Samaritans](tel:116124).", "116124 is not one of the board’s contact points"),
    ],
)
def test_warning_tells_no_number_that_two_people_did_not_enter(desk, warning, said):
    settings = BoardSettings.objects.get()
    response = change(desk, settings, content_warning=warning)
    assert (said is None) or said in errors_of(response)
    settings.refresh_from_db()
    assert (settings.content_warning == warning) == (said is None)


def test_warning_that_stands_there_hinders_no_other_change(desk):
    BoardSettings.objects.update(content_warning="Call 0161 496 0299.")
    change(desk, BoardSettings.objects.get(), board_short_name="TSCP")
    assert BoardSettings.objects.get().board_short_name == "TSCP"


def test_names_can_neither_be_doubled_nor_deleted(desk):
    assert desk.get(at("boardsettings", "add")).status_code == 403
    assert desk.get(at("boardsettings", "delete", 1)).status_code == 403


def test_names_are_added_once_where_there_are_none_yet(desk):
    BoardSettings.objects.all().delete()
    assert desk.get(at("boardsettings", "changelist")).status_code == 200
    form = desk.get(at("boardsettings", "add")).context["adminform"].form
    desk.post(at("boardsettings", "add"), {name: form[name].value() or "" for name in form.fields})
    assert BoardSettings.objects.get().pk == 1
    assert str(BoardSettings.objects.get()) == "Tameside Safeguarding Children Board"


@pytest.mark.django_db
def test_staff_who_are_not_editors_do_not_reach_the_facts(client):
    facts.set_up()
    sign_in(client, make_person(is_staff=True))
    assert client.get(at("contactpoint", "changelist")).status_code == 403
    assert client.get(at("boardsettings", "changelist")).status_code == 403


def test_number_gets_hours(desk):
    point = ContactPoint.objects.get(role="out-of-hours")
    data = contact_data(point, number="0161 000 0000")
    data |= hours_data((5, "09:00", "12:00"), (5, "12:00", "17:00"))
    response = desk.post(at("contactpoint", "change", point.pk), data)
    assert response.status_code == 302
    assert hours_that_wait(point) == [(5, "09:00:00", "12:00:00"), (5, "12:00:00", "17:00:00")]


def hours_that_wait(point: ContactPoint) -> list[tuple[int, str, str]]:
    """Of the change that a second person has to check."""
    proposed: Any = ContactPoint.objects.get(pk=point.pk).proposed
    rows = proposed.content["parts"]["hours"]
    return [(row["weekday"], row["opens"], row["closes"]) for row in rows]


@pytest.mark.parametrize(
    ("stretches", "sentence"),
    [
        ([(5, "09:00", "12:00"), (5, "11:00", "17:00")], "run into each other"),
        ([(5, "12:00", "09:00")], "Closing has to come after opening"),
        ([(5, "09:00", "09:00")], "Closing has to come after opening"),
        ([(5, "09:00", "12:00"), (5, "09:00", "13:00")], "correct the duplicate"),
        ([(9, "09:00", "12:00")], "not one of the available choices"),
    ],
)
def test_contradictory_hours_are_refused_with_a_sentence(desk, stretches, sentence):
    point = ContactPoint.objects.get(role="out-of-hours")
    data = contact_data(point) | hours_data(*stretches)
    response = desk.post(at("contactpoint", "change", point.pk), data)
    assert response.status_code == 200
    assert sentence in errors_of(response).replace("&#x27;", "'")
    assert not point.hours.exists()


def test_hours_that_are_removed_do_not_stand_in_the_way_of_new_ones(desk):
    point = ContactPoint.objects.get(role="out-of-hours")
    old = OpeningHours.objects.create(
        contact_point=point, weekday=5, opens=time(9), closes=time(17)
    )
    stretches = [(5, "09:00", "17:00"), (5, "10:00", "16:00")]
    data = contact_data(point) | hours_data(*stretches, saved=[old]) | {"hours-0-DELETE": "on"}
    assert desk.post(at("contactpoint", "change", point.pk), data).status_code == 302
    assert hours_that_wait(point) == [(5, "10:00:00", "16:00:00")]
    assert [str(one) for one in point.hours.all()] == ["Saturday 09:00 to 17:00"]


@pytest.mark.parametrize("role", ["emergency", "office-hours", "out-of-hours"])
def test_last_number_of_its_kind_cannot_go(desk, role):
    point = ContactPoint.objects.get(role=role)
    assert desk.get(at("contactpoint", "delete", point.pk)).status_code == 403
    for changes in ({"active": ""}, {"role": "other"}):
        data = contact_data(point, **changes) | hours_data()
        response = desk.post(at("contactpoint", "change", point.pk), data)
        assert "This is the only number for" in errors_of(response)


def test_number_that_nobody_is_told_may_be_deleted_and_one_that_is_told_stays(desk):
    told = ContactPoint.objects.create(name="Told", number="101", role="other")
    assert desk.get(at("contactpoint", "delete", told.pk)).status_code == 403
    point = ContactPoint.objects.create(name="Second", number="101", role="other", active=False)
    assert desk.post(at("contactpoint", "delete", point.pk), {"post": "yes"}).url
    assert not ContactPoint.objects.filter(name="Second").exists()
    assert ContactPoint(number="999", role="emergency").clean() is None


def test_number_that_cannot_be_dialled_is_refused(desk):
    point = ContactPoint.objects.get(role="emergency")
    data = contact_data(point, number="ring the Hub") | hours_data()
    response = desk.post(at("contactpoint", "change", point.pk), data)
    assert "3 to 15 digits" in errors_of(response)


def test_list_of_numbers_shows_hours_and_deletes_nothing(desk):
    response = desk.get(at("contactpoint", "changelist"))
    assert "Monday to Wednesday, 8:30am to 5pm" in response.content.decode()
    assert "delete_selected" not in response.content.decode()


def test_closure_ends_after_it_starts(desk):
    data = {"date": "2026-12-01", "starts": "14:00", "ends": "13:00", "reason": "Training"}
    response = desk.post(at("closure", "add"), data)
    assert "The end has to come after the start" in str(response.context["errors"])
    desk.post(at("closure", "add"), data | {"ends": ""})
    assert str(Closure.objects.get()) == "1 December 2026: Training"


def test_expected_page_keeps_its_address_and_stays(desk):
    page = Page.objects.get(slug="privacy")
    assert desk.get(at("page", "delete", page.pk)).status_code == 403
    data = {"title": "Privacy", "slug": "other", "body": "B", "show_in": "about", "order": 1}
    desk.post(at("page", "change", page.pk), data)
    page.refresh_from_db()
    assert (page.slug, page.published) == ("privacy", True)


def test_page_of_staffs_own_may_be_deleted(desk):
    page = Page.objects.create(slug="training", title="Training", body="B")
    assert desk.post(at("page", "delete", page.pk), {"post": "yes"}).status_code == 302
    assert not Page.objects.filter(slug="training").exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"slug": "case-reviews"}, "Another part of the site has this address"),
        ({"slug": "worried-about-a-child"}, "Another part of the site has this address"),
        ({"slug": "two words"}, "letters, numbers, underscores or hyphens"),
        ({"body": "The {bord} says"}, "{bord} is not known here"),
        ({"title": "The {pannel}"}, "{pannel} is not known here"),
    ],
)
def test_page_that_could_not_be_shown_rightly_is_refused(desk, changes, sentence):
    data = {"title": "T", "slug": "t", "body": "B", "show_in": "nowhere", "order": 1} | changes
    data["review_every"] = 12
    response = desk.post(at("page", "add"), data)
    assert sentence in str(response.context["errors"])


def test_agency_keeps_its_address_and_is_never_deleted(desk):
    agency = Agency.objects.get(slug="police")
    desk.post(
        at("agency", "change", agency.pk),
        {"name": "Greater Manchester Police", "slug": "gmp", "order": 1, "active": "on"},
    )
    agency.refresh_from_db()
    assert (str(agency), agency.slug) == ("Greater Manchester Police", "police")
    assert desk.get(at("agency", "delete", agency.pk)).status_code == 403
