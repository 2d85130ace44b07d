"""Briefings in a real browser: finding and reading them, and writing one."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import Page, expect

from briefings import facts
from briefings.headings import DEFAULTS
from briefings.length import TOO_LONG
from briefings.models import Briefing
from tests.browser.accessibility import faults, overflows
from tests.factories import make_briefing, make_person, make_review, make_theme, picture, sign_in
from tests.factories.reviews import make_agency
from tscb.board.roles import Role
from tscb.common.publishing.covers import keep_cover
from tscb.common.uploads.images import make_sizes

LINK = "https://example.org/a-long-address-of-some-institute"
ADD = "/admin/briefings/briefing/add/"


@pytest.fixture
def briefing(transactional_db: None) -> Briefing:
    """A briefing with everything that its page can show."""
    briefing, other = make_briefing(cover_alt="A bench."), make_briefing()
    keep_cover(briefing, make_sizes(SimpleUploadedFile("cover.jpg", picture(960, 300))))
    briefing.save()
    for item in (briefing, other):
        item.themes.add(make_theme("Supervision and management oversight"))
        item.agencies.add(make_agency("Education, schools and early years"))
    briefing.reviews.add(make_review())
    briefing.questions.create(text="Whom did nobody ask?")
    briefing.resources.create(title="A course", link=LINK)
    return briefing


@pytest.fixture
def open_as_editor(window, live_server) -> Callable[..., Page]:
    def opened(**options: object) -> Page:
        client = sign_in(Client(), make_person(Role.EDITOR))
        page = window(**options)
        key = client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": key, "url": live_server.url}])
        return page

    return opened


def test_public_pages_are_accessible_and_fit(window, live_server, briefing):
    page = window()
    at = briefing.published_at
    for address in (
        "/briefings/",
        "/briefings/?kind=case&agency=education-schools-and-early-years&q=men",
        "/briefings/?q=unicorn&kind=theme",
        f"/briefings/archive/{at.year}/",
        f"/briefings/archive/{at.year}/{at.month}/",
        briefing.get_absolute_url(),
    ):
        page.goto(live_server.url + address)
        assert faults(page) == [], page.url


def test_very_long_words_do_not_make_a_page_go_sideways(window, live_server, briefing):
    word = "Rindfleischetikettierung" * 8
    long = make_briefing(slug="long", title=word, overview=word)
    long.sections.update(heading=word[:100], text=word)
    long.questions.create(text=word)
    page = window(width=320)
    ways = ("", "present/", "used/", "used/thanks/")
    addresses = [f"/briefings/{long.slug}/{way}" for way in ways]
    for address in (*addresses, briefing.get_absolute_url(), "/briefings/", "/"):
        page.goto(f"{live_server.url}{address}")
        assert not overflows(page), address


def test_list_is_narrowed_and_widened_without_scripts(window, live_server, briefing):
    make_briefing(title="Something else", variant="theme")
    page = window(width=320, scripts=False)
    page.goto(f"{live_server.url}/briefings/")
    page.get_by_label("Kind").select_option(label="About a theme (1)")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="1 briefing", exact=True)).to_be_visible()
    page.get_by_role("link", name="Remove Kind: About a theme").click()
    expect(page.get_by_role("heading", name="3 briefings")).to_be_visible()


def test_cover_comes_in_the_modern_format_and_nothing_jumps(window, live_server, briefing):
    page = window(width=320)
    page.goto(live_server.url + briefing.get_absolute_url())
    cover = page.get_by_role("img", name="A bench.")
    expect(cover).to_be_visible()
    assert cover.evaluate("image => image.decode().then(() => image.currentSrc)").endswith(
        "cover/320.avif"
    )
    assert cover.get_attribute("width") == "960"
    assert cover.get_attribute("height") == "300"


def test_writing_a_briefing(open_as_editor, live_server, transactional_db):
    page = open_as_editor()
    page.goto(live_server.url + ADD)
    assert faults(page) == [], page.url
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Please correct the errors below").first).to_be_visible()
    assert faults(page) == [], page.url
    page.get_by_label("Title:").first.fill("Unseen men")
    page.locator("#id_slug").fill("unseen-men")
    page.locator("#id_heading_2").fill("Our own heading")
    page.locator("#id_variant").select_option("theme")
    expect(page.locator("#id_heading_1")).to_have_value(DEFAULTS["theme"][0])
    expect(page.locator("#id_heading_2")).to_have_value("Our own heading")
    page.locator("#id_text_1").fill("•\tOne\n•\tTwo words")
    expect(page.locator("#id_text_1_helptext")).to_contain_text("3 words, about 1 minute.")
    expect(page.locator("#id_text_7_helptext")).to_contain_text("The whole: 6 words")
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.locator("#id_text_1")).to_have_value("- One\n- Two words")
    expect(page.locator(".board-length")).to_have_text("6 words, about 1 minute to read aloud.")
    expect(page.locator(".board-fit")).to_have_text("Printed, it fits one A4 page.")
    assert faults(page) == [], page.url


def test_warning_comes_while_one_types(open_as_editor, live_server, briefing):
    page = open_as_editor()
    page.goto(f"{live_server.url}/admin/briefings/briefing/{briefing.pk}/change/")
    warning = page.locator(".board-too-long")
    before = page.locator(".board-length").text_content()
    page.locator("#id_text_3").fill("a " * 1_000)
    expect(warning).to_have_text(TOO_LONG)
    expect(page.locator(".board-fit")).to_contain_text("Save it to see")
    page.locator("#id_text_3").fill("What to do.")
    expect(warning).to_have_text("")
    expect(page.locator(".board-length")).to_have_text(str(before))


def test_without_scripts_the_kind_is_chosen_first(open_as_editor, live_server, transactional_db):
    page = open_as_editor(scripts=False)
    page.goto(live_server.url + ADD)
    page.get_by_role("link", name="About a theme").click()
    expect(page.locator("#id_heading_1")).to_have_value(DEFAULTS["theme"][0])
    page.locator("#id_title").fill("Unseen men")
    page.locator("#id_slug").fill("unseen-men")
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.locator("#id_heading_7")).to_have_value(DEFAULTS["theme"][6])


def test_web_and_paper_beside_each_other_and_below_on_a_telephone(
    open_as_editor, live_server, briefing
):
    address = f"{live_server.url}/admin/briefings/briefing/{briefing.pk}/side-by-side/"
    for width in (1280, 320):
        page = open_as_editor(width=width)
        page.goto(address)
        inside = page.frame_locator(".board-beside__web")
        expect(inside.get_by_role("heading", level=1)).to_have_text(briefing.title)
        assert faults(page) == [], page.url
        web, paper = (
            page.locator(f".board-beside__{side}").bounding_box() for side in ("web", "paper")
        )
        assert web
        assert paper
        assert (paper["x"] > web["x"] + web["width"]) is (width == 1280)
        assert (paper["y"] > web["y"] + web["height"]) is (width == 320)


def test_usual_headings_are_accessible(open_as_editor, live_server, briefing):
    facts.set_up()
    page = open_as_editor()
    page.goto(f"{live_server.url}/admin/briefings/usualheading/")
    assert faults(page) == []
