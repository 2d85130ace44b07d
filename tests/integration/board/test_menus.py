"""Staff edit the menus: what they may change, what stays, and what drops out by itself."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.admin import admin_address, change
from tscb.board import facts, site
from tscb.board.defaults import MENUS
from tscb.board.frontage.targets import MOST, Place
from tscb.board.models import Menu, MenuEntry, Page
from tscb.common.publishing.history import HistoryEntry
from tscb.common.waiting import waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def header() -> Menu:
    facts.set_up()
    return Menu.objects.get(place=Place.HEADER)


@pytest.fixture
def footer(header: Menu) -> Menu:
    return Menu.objects.get(place=Place.FOOTER)


def row(menu: Menu, target: str, page: str = "") -> str:
    """What the fields of one entry begin with in the form."""
    entries = list(menu.entries.select_related("page"))
    number = next(
        number
        for number, one in enumerate(entries)
        if one.target == target and (not page or (one.page and one.page.slug == page))
    )
    return f"entries-{number}"


def new_row(menu: Menu, **fields: str) -> dict[str, str]:
    return {f"entries-{menu.entries.count()}-{name}": value for name, value in fields.items()}


def was_saved(response) -> bool:
    return bool(response.redirect_chain)


def refusal(response) -> str:
    assert not was_saved(response)
    return response.content.decode()


def addresses() -> list[str]:
    site.forget()
    return [link.address for link in site.current().header]


def test_staff_move_rename_and_hide_entries(editor_client, header):
    themes, panel = row(header, "themes"), row(header, "page", "case-panel")
    changes = {f"{themes}-order": "0", f"{themes}-label": "{board_short} subjects"}
    response = change(editor_client, header, **changes, **{f"{panel}-DELETE": "on"})
    assert was_saved(response)
    assert addresses()[0] == "/themes/"
    assert site.current().header[0].label == "TSCB subjects"
    assert "/case-panel/" not in addresses()
    assert "TSCB subjects" in Client().get("/").content.decode()


@pytest.mark.parametrize(
    ("place", "target", "page", "why"),
    [
        ("header", "refer", "", "“Refer a case” stays: any practitioner has to find the way"),
        ("footer", "worried", "", "“Worried about a child?” stays: whoever has read to the end"),
        ("footer", "page", "accessibility", "the law asks public bodies"),
        ("footer", "page", "privacy", "people have a right to know"),
    ],
)
def test_what_nobody_may_go_without_stays(editor_client, header, place, target, page, why):
    menu = Menu.objects.get(place=place)
    response = change(editor_client, menu, **{f"{row(menu, target, page)}-DELETE": "on"})
    assert why in refusal(response)
    assert menu.entries.count() == len(MENUS[place])


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"target": "page"}, "Choose the explanation page it leads to."),
        ({"target": "address", "label": "Ours"}, "Enter the address, and the words"),
        ({"target": "home", "address": "/refer/"}, "For it choose “Another address” before."),
        ({"address": "/nowhere/at/all/"}, "No page of this site has the address /nowhere/at/all/"),
        ({"address": "/case-reviews/a-review/"}, "can be taken off the site"),
        ({"address": "/training/"}, "No page of this site has the address /training/"),
        ({"address": "/privacy/"}, "Choose “An explanation page” for this one"),
        ({"address": "/panel/"}, "/panel/ is not open to everybody."),
        ({"address": "/staff/login/"}, "/staff/login/ is not open to everybody."),
        ({"address": "//elsewhere.example/"}, "Begin an address of this site with one /"),
        ({"address": "https://elsewhere.example/"}, "leads to pages of this site alone"),
        ({"address": "javascript:alert(1)"}, "leads to pages of this site alone"),
        ({"target": "reviews"}, "leads to the same place as another entry"),
        ({"address": "/themes/?a=1", "label": "W" * 31}, "is too long for the menu"),
        ({"address": "/themes/?a=1", "label": "{nobody}"}, "is not known here"),
    ],
)
def test_entry_that_would_lead_nowhere_is_refused(editor_client, header, fields, sentence):
    header.entries.filter(page__slug="case-panel").delete()
    given = {"order": "9", "shown": "on"}
    given |= fields if "target" in fields else {"target": "address", "label": "W", **fields}
    assert sentence in refusal(change(editor_client, header, **new_row(header, **given)))


def test_menu_takes_no_more_than_a_telephone_bears(editor_client, header):
    given = {"order": "9", "shown": "on", "target": "home"}
    response = change(editor_client, header, **new_row(header, **given))
    assert f"There is room for {MOST[Place.HEADER]} entries here." in refusal(response)


def test_only_the_foot_leads_elsewhere_and_only_safely(editor_client, footer):
    given = {"order": "9", "shown": "on", "target": "address", "label": "Council"}
    for address, saved in (("http://council.example/", False), ("https://council.example/", True)):
        entry = new_row(footer, **given, address=address)
        assert was_saved(change(editor_client, footer, **entry)) is saved
    site.forget()
    assert "https://council.example/" in Client().get("/cookies/").content.decode()


def test_page_that_is_not_public_drops_out_and_staff_are_told(editor, header):
    Page.objects.filter(slug="case-panel").update(published=False)
    assert "/case-panel/" not in addresses()
    told = waiting(editor)[0]
    assert (told.title, told.count) == (f"{header}: entries without a public page", 1)
    Page.objects.filter(slug="case-panel").delete()
    assert waiting(editor)[0] == told
    assert told.address == reverse("admin:board_menu_change", args=[header.pk])


def test_version_comes_back_though_its_page_is_gone(editor_client, header):
    panel = row(header, "page", "case-panel")
    change(editor_client, header, **{f"{panel}-DELETE": "on"})
    removed, found = HistoryEntry.objects.of(header)
    shown = editor_client.get(admin_address(Menu, "version", header.pk, removed.pk))
    assert "Words: Case panel" in shown.content.decode()
    Page.objects.filter(slug="case-panel").delete()
    editor_client.post(admin_address(Menu, "version", header.pk, found.pk))
    assert header.entries.get(label="Case panel").page is None
    assert "/case-panel/" not in addresses()


def test_second_editor_is_told_of_the_first(editor_client, header):
    address = admin_address(Menu, "change", header.pk)
    opened = editor_client.get(address).context["opened"]
    change(editor_client, header, **{f"{row(header, 'themes')}-label": "Subjects"})
    themes = row(header, "themes")
    late = {"opened": opened, f"{themes}-label": "Topics"}
    answer = refusal(change(editor_client, header, **late))
    assert "Somebody else saved this page while you were writing" in answer
    assert header.entries.get(target="themes").label == "Subjects"
    mine = change(editor_client, header, **late, save_mine=_now(answer))
    assert was_saved(mine)
    assert header.entries.get(target="themes").label == "Topics"


def _now(answer: str) -> str:
    return answer.partition('name="save_mine" value="')[2].partition('"')[0]


def test_preview_shows_the_menu_and_saves_nothing(editor_client, header):
    label = {f"{row(header, 'themes')}-label": "Subjects", "_preview": "yes"}
    response = change(editor_client, header, **label)
    html = " ".join(response.content.decode().split())
    assert "Preview: the public does not see this yet." in html
    assert ">Subjects" in html.replace("> ", ">")
    assert "no-store" in response.headers["Cache-Control"]
    assert not header.entries.filter(label="Subjects").exists()
    assert not HistoryEntry.objects.of(header).exists()
    assert "Subjects" not in Client().get("/").content.decode()


def test_menus_are_neither_added_nor_deleted(editor_client, header):
    assert editor_client.get(admin_address(Menu, "add")).status_code == 403
    assert editor_client.get(admin_address(Menu, "delete", header.pk)).status_code == 403
    MenuEntry.objects.filter(menu=header, page__slug="case-panel").update(page=None)
    listed = editor_client.get(admin_address(Menu, "changelist")).content.decode()
    assert "Case panel (not public)" in listed
