"""An editor sees the web page and the printed page of a briefing beside each other."""

import io

import pytest
from PIL import Image

from tests.factories import download, make_briefing, picture
from tests.factories.admin import admin_address, change, upload
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db


def beside(item) -> str:
    return admin_address(item, "side_by_side", item.pk)


def test_both_pages_are_there_before_anybody_else_sees_them(editor_client):
    draft = make_briefing(title="Not public yet", status=Status.DRAFT, sections=2)
    page = editor_client.get(beside(draft)).content.decode()
    assert '<iframe class="board-beside__web" src="../preview/framed"' in page
    assert 'src="page/1/"' in page
    assert "Printed, it fits one A4 page." in page
    framed = editor_client.get(admin_address(draft, "framed", draft.pk)).content.decode()
    assert "Not public yet" in framed
    assert framed.count("Not written yet.") == 5
    assert '<base target="_blank">' in framed


def test_links_of_the_ordinary_preview_stay_in_its_window(editor_client):
    draft = make_briefing(status=Status.DRAFT)
    preview = editor_client.get(admin_address(draft, "preview", draft.pk)).content.decode()
    assert "<base" not in preview


def test_printed_page_is_a_picture_of_a4(editor_client):
    item = make_briefing()
    response = editor_client.get(f"{beside(item)}page/1/")
    assert response.headers["Content-Type"] == "image/png"
    width, height = Image.open(io.BytesIO(response.content)).size
    assert height / width == pytest.approx(297 / 210, abs=0.01)


@pytest.mark.parametrize("number", [0, 2, 10**9])
def test_printed_page_that_is_not_there(editor_client, number):
    address = f"{beside(make_briefing())}page/{number}/"
    assert editor_client.get(address).status_code == 404


def test_change_that_waits_is_what_both_show(editor_client):
    item = make_briefing()
    long = {f"text_{number}": "It is very long. " * 170 for number in (1, 2, 3)}
    change(editor_client, item, title="A better title", **long)
    page = editor_client.get(beside(item)).content.decode()
    assert "A better title" in page
    assert "Printed, it needs 2 A4 pages" in page
    assert 'src="page/2/"' in page
    assert editor_client.get(f"{beside(item)}page/2/").status_code == 200
    framed = editor_client.get(admin_address(item, "framed", item.pk)).content.decode()
    assert "A better title" in framed


def test_page_says_when_it_is_longer_than_seven_minutes(editor_client):
    item = make_briefing()
    item.sections.filter(number=1).update(text="a " * 1_000)
    assert "more than seven minutes" in editor_client.get(beside(item)).content.decode()


def test_cover_in_the_frame_is_that_of_the_preview(editor_client):
    item = make_briefing(status=Status.DRAFT)
    cover = {"new_cover": upload("photo.jpg", picture(400, 300)), "cover_alt": "A bench."}
    change(editor_client, item, **cover)
    framed = admin_address(item, "framed", item.pk)
    assert 'src="cover/400"' in editor_client.get(framed).content.decode()
    response, _ = download(editor_client, framed.removesuffix("framed") + "cover/400")
    assert response.status_code == 200


@pytest.mark.parametrize("page", ["side_by_side", "framed"])
def test_only_editors_see_it(client, page):
    item = make_briefing()
    response = client.get(admin_address(item, page, item.pk))
    assert response.headers["Location"].startswith("/staff/login/")
