"""Colours and logo: chosen by staff, seen by them first, then public; also without a database."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from tests.factories import make_person, sign_in
from tests.unit.board.nowhere import database_nowhere
from tscb.board import facts, site
from tscb.board.models import BoardSettings
from tscb.board.roles import Role
from tscb.common.typesetting import colours

pytestmark = pytest.mark.django_db
CHANGE = "/admin/board/sitelook/1/change/"
VIOLET = {"main_colour": "5B2A86", "link_colour": "#4c2a86", "icon_letters": "N"}


@pytest.fixture(autouse=True)
def board():
    facts.set_up()


@pytest.fixture
def editor(client):
    return sign_in(client, make_person(Role.EDITOR))


def logo() -> SimpleUploadedFile:
    file = io.BytesIO()
    Image.new("RGBA", (600, 200), "#5b2a86").save(file, "png")
    return SimpleUploadedFile("Logo of Northmoor.png", file.getvalue())


def sheet_on(client, address="/worried-about-a-child/") -> str:
    page = client.get(address).content.decode()
    found = re.search(r'href="([^"]+/colours.css)"', page)
    assert found
    return found[1]


def published(client, **chosen) -> None:
    preview = client.post(CHANGE, VIOLET | chosen)
    assert preview.status_code == 302, preview.context["errors"]
    assert client.post(preview.url).status_code == 302
    site.forget()


def test_every_page_links_the_look_which_any_cache_keeps_for_good(client):
    sheet = client.get(sheet_on(client))
    assert sheet["Cache-Control"] == "public, max-age=31536000, immutable"
    assert sheet["Content-Type"].startswith("text/css")
    assert "--govuk-brand-colour: #0b4f5c;" in sheet.content.decode()
    assert sheet.cookies == {}


def test_look_is_seen_by_staff_before_the_public_sees_it(editor):
    before = sheet_on(editor)
    preview = editor.post(CHANGE, VIOLET | {"new_logo": logo()})
    page = editor.get(preview.url)
    own = re.search(r'href="([^"]+/colours.css)"', page.content.decode())
    assert "#5b2a86" in editor.get(own[1]).content.decode()
    assert 'content="#5b2a86"' in page.content.decode()
    assert editor.get(preview.url + "logo.png").status_code == 200
    assert editor.get(preview.url + "passwords.txt").status_code == 404
    site.forget()
    assert sheet_on(editor) == before
    assert BoardSettings.objects.get().logo == ""


def test_chosen_look_is_on_every_page_in_pdfs_and_in_the_history(editor):
    before = sheet_on(editor)
    published(editor, new_logo=logo(), logo_on_white="on")
    page = editor.get("/").content.decode()
    assert 'content="#5b2a86"' in page
    assert re.search(r'src="/look/\w+/logo.png"\s+alt=""\s+width="216"\s+height="72"', page)
    assert editor.get(sheet_on(editor)).content.decode().count("#5b2a86") == 1
    assert colours()["brand"] == "#5b2a86"
    assert sheet_on(editor) != before
    assert editor.get(before)["Cache-Control"].startswith("public, max-age=60")
    history = editor.get(reverse("admin:board_sitelook_history", args=[1])).content.decode()
    assert "Look changed" in history


def test_logo_with_the_name_is_read_out_and_the_name_not_said_twice(editor):
    published(editor, new_logo=logo(), logo_has_name="on")
    page = editor.get("/worried-about-a-child/").content.decode()
    assert 'alt="Tameside Safeguarding Children Board"' in page
    assert "board-header__name" not in page


def test_logo_is_taken_away(editor):
    published(editor, new_logo=logo())
    published(editor, remove_logo="on")
    assert "logo.png" not in editor.get("/").content.decode()
    assert editor.get(f"/look/{site.current().look.mark}/logo.png").status_code == 404


def test_what_nobody_could_read_is_refused_with_the_nearest_that_people_can(editor):
    page = editor.post(CHANGE, VIOLET | {"main_colour": "#8888ff", "link_colour": "#8888ff"})
    words = page.content.decode()
    assert "White words on #8888ff have a contrast of 2.9 to 1" in words
    page = editor.post(CHANGE, VIOLET | {"link_colour": "#8888ff"})
    assert "Links in #8888ff" in page.content.decode()
    assert BoardSettings.objects.get().main_colour == "#0b4f5c"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("logo.png", b"\x89PNG\r\n\x1a\n broken"),
        ("logo.png", b"%PDF-1.7 not a picture"),
    ],
)
def test_what_is_no_picture_is_refused_with_a_sentence(editor, name, content):
    page = editor.post(CHANGE, VIOLET | {"new_logo": SimpleUploadedFile(name, content)})
    assert page.status_code == 200
    assert page.context["adminform"].form.errors["new_logo"]


def test_preview_that_nobody_was_given_is_not_found(editor):
    assert editor.get("/admin/board/sitelook/preview/nonsense/").status_code == 404


def test_look_outlives_the_database(client, editor):
    published(editor, new_logo=logo())
    sheet = sheet_on(client)
    client.cookies.clear()
    site.forget()
    with database_nowhere():
        assert sheet_on(client) == sheet
        assert "#5b2a86" in client.get(sheet).content.decode()
        assert client.get(sheet.replace("colours.css", "logo.png")).status_code == 200


def test_logo_whose_file_is_lost_is_not_found_and_no_error(client):
    BoardSettings.objects.update(logo="look/gone.png", logo_width=10, logo_height=10)
    site.forget()
    assert client.get("/look/any/logo.png").status_code == 404
