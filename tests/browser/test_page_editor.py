"""An editor writes a page of the board: types, pastes from Word, previews and publishes."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import faults, violations
from tscb.board import facts
from tscb.board.models import Page as BoardPage

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
    desk.screenshot(path="/tmp/shots/pages/editor.png", full_page=True)
    assert faults(desk) == []
    desk.set_viewport_size({"width": 320, "height": 900})
    desk.screenshot(path="/tmp/shots/pages/editor320.png", full_page=True)
    desk.set_viewport_size({"width": 1280, "height": 900})
    desk.get_by_role("button", name="Save and continue editing").click()
    expect(desk.locator(".success")).to_be_visible()
    assert BoardPage.objects.get(slug="the-next-meeting").body.splitlines() == WRITTEN
    assert violations(desk) == []
