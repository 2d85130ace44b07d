"""An editor writes a page of the board: types, pastes from Word, previews and publishes."""

import pytest
from django.core.files.base import ContentFile
from playwright.sync_api import Page, expect

from tests.browser.accessibility import faults, violations
from tests.factories import picture
from tscb.board import facts
from tscb.board.models import Page as BoardPage
from tscb.board.models import PageFile
from tscb.board.pages import files

FROM_WORD = """
<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<p class=MsoNormal><b>Before the meeting<o:p></o:p></b></p>
<p class=MsoNormal>Read&nbsp;the papers.<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>Bring your notes</p>
<!--EndFragment--></body></html>
"""
WRITTEN = [
    "<h2>Who comes</h2>",
    "<p>Everybody from the <strong>panel</strong></p>",
    "<ul><li>Police</li><li>Health</li></ul>",
    '<div data-notice="inset"><p>Parking is free</p></div>',
    "<h2>Before the meeting</h2>",
    "<p>Read the papers.</p>",
    "<ul><li>Bring your notes</li></ul>",
]
PASTE = """(html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  const options = { clipboardData: data, bubbles: true, cancelable: true };
  const event = new ClipboardEvent("paste", options);
  document.activeElement.dispatchEvent(event);
}"""


@pytest.fixture
def desk(signed_in, live_server) -> Page:
    facts.set_up()
    page = signed_in()
    page.goto(f"{live_server.url}/admin/board/page/add/")
    return page


def test_page_is_written_with_the_editor_and_published(desk, live_server, window):
    text = desk.get_by_role("textbox", name="Text")
    desk.get_by_label("Title:").fill("The next meeting")
    desk.keyboard.press("Tab")
    text.focus()
    desk.get_by_role("button", name="Heading", exact=True).click()
    text.press_sequentially("Who comes")
    text.press("Enter")
    text.press_sequentially("Everybody from the ")
    text.press("Control+b")
    text.press_sequentially("panel")
    text.press("Control+b")
    text.press("Enter")
    desk.get_by_role("button", name="List", exact=True).click()
    text.press_sequentially("Police")
    text.press("Enter")
    text.press_sequentially("Health")
    text.press("Enter")
    text.press("Enter")
    desk.get_by_role("button", name="Notice", exact=True).click()
    text.press_sequentially("Parking is free")
    text.press("Enter")
    text.press("Enter")
    desk.evaluate(PASTE, FROM_WORD)
    expect(text.get_by_role("heading", name="Before the meeting")).to_be_visible()
    assert faults(desk) == []
    desk.get_by_role("button", name="Save and continue editing").click()
    expect(desk.locator(".success")).to_be_visible()
    assert BoardPage.objects.get(slug="the-next-meeting").body.splitlines() == WRITTEN
    public = window()
    assert public.goto(f"{live_server.url}/the-next-meeting/").status == 404
    desk.get_by_role("link", name="Preview").click()
    expect(desk.get_by_role("heading", name="Before the meeting")).to_be_visible()
    desk.go_back()
    desk.get_by_role("button", name="Publish the page").click()
    expect(desk.locator(".success")).to_contain_text("the public sees it now")
    assert violations(desk) == []
    public.goto(f"{live_server.url}/the-next-meeting/")
    expect(public.locator(".govuk-inset-text")).to_have_text("Parking is free")
    assert faults(public) == []


def test_picture_is_put_in_with_words_for_those_who_do_not_see_it(desk, live_server, store):
    page = BoardPage.objects.create(slug="visit", title="Visit us", body="<p>The door</p>")
    row = PageFile(page=page, title="Our door", alternative_text="A green door")
    files.put_in(row, ContentFile(picture(), name="door.jpg"))
    row.save()
    desk.goto(f"{live_server.url}/admin/board/page/{page.pk}/change/")
    desk.get_by_role("textbox", name="Text").press("End")
    desk.get_by_role("button", name="Picture", exact=True).click()
    panel = desk.get_by_role("group", name="Picture")
    panel.get_by_label("Address of the picture").fill(row.address)
    expect(panel.get_by_label("What it shows")).to_have_value("A green door")
    assert violations(desk) == []
    panel.get_by_role("button", name="Set the picture").click()
    expect(desk.locator(".rich-text__page img")).to_have_attribute("alt", "A green door")
    desk.get_by_role("button", name="Save and continue editing").click()
    expect(desk.locator(".success")).to_be_visible()
    desk.get_by_role("button", name="Publish the change").click()
    expect(desk.locator(".success")).to_contain_text("the public sees it now")
    desk.goto(f"{live_server.url}/visit/")
    expect(desk.get_by_role("img", name="A green door")).to_be_visible()
    desk.wait_for_function("document.querySelector('.board-picture').naturalWidth > 0")


def test_editor_is_worked_with_the_keyboard_alone(desk):
    text = desk.get_by_role("textbox", name="Text")
    text.focus()
    text.press("Shift+Tab")
    heading = desk.get_by_role("button", name="Heading", exact=True)
    expect(heading).to_be_focused()
    for _ in range(6):
        desk.keyboard.press("ArrowRight")
    expect(desk.get_by_role("button", name="Link")).to_be_focused()
    desk.keyboard.press("Enter")
    desk.keyboard.type("www.example.org")
    desk.keyboard.press("Enter")
    expect(text.get_by_role("link", name="https://www.example.org")).to_be_visible()
    desk.keyboard.press("Enter")
    desk.keyboard.press("Shift+Tab")
    desk.keyboard.press("End")
    desk.keyboard.press("Home")
    for name in ("Fold-out text", "Table"):
        desk.get_by_role("button", name=name).click()
    expect(desk.get_by_role("button", name="Add row")).to_be_visible()
    assert faults(desk) == []


def test_without_scripts_a_text_area_takes_plain_words(window, live_server, signed_in):
    facts.set_up()
    signed = signed_in()
    page = window(scripts=False)
    page.context.add_cookies(signed.context.cookies())  # type: ignore[arg-type] # of one window for another
    page.goto(f"{live_server.url}/admin/board/page/add/")
    page.get_by_label("Title:").fill("Plain")
    page.get_by_label("Address:").fill("plain")
    page.get_by_label("Text:").fill("## Heading\n\n- one\n- two")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".success")).to_be_visible()
    written = BoardPage.objects.get(slug="plain").body
    assert written == "<h2>Heading</h2>\n<ul><li>one</li><li>two</li></ul>"
