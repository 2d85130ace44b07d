"""Supporting files in a real browser, with and without JavaScript, from referrer to panel."""

from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Locator, Page, expect

from referrals.files.keeping import VAULT
from referrals.models import Referral, ReferralFile
from tests.browser.accessibility import TELEPHONE, faults
from tests.browser.waiting import says_error, says_no_error
from tests.factories import pdf, picture
from tests.factories.referral_files import make_file
from tests.factories.referrals import filled_in, received
from tscb.board.roles import Role
from tscb.common.virus_scan import Verdict

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture
def chosen(tmp_path: Path) -> list[str]:
    """Two good files and a bad one on the referrer's disk."""
    contents = {"plan.pdf": pdf(), "photo.jpg": picture(), "list.exe": b"MZ\x90\0"}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return [str(tmp_path / name) for name in contents]


def holding_a_draft(page: Page, site: str) -> Page:
    client = Client()
    filled_in(client)
    token = client.cookies["referral_draft"].value
    page.context.add_cookies([{"name": "referral_draft", "value": token, "url": f"{site}/refer/"}])
    page.goto(f"{site}/refer/files/")
    return page


def send(page: Page, files: list[str]) -> None:
    page.set_input_files("#id_chosen", files)
    page.get_by_role("button", name="Add the files").click()


def named(page: Page, name: str) -> Locator:
    return page.locator(".board-files__name", has_text=name)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_files_are_added_refused_and_removed(window, live_server, chosen, scripts):
    page = holding_a_draft(window(width=TELEPHONE, scripts=scripts), live_server.url)
    send(page, chosen)
    problem = page.get_by_role("alert").get_by_text("“list.exe” is a Windows program")
    expect(problem).to_be_visible()
    expect(named(page, "plan.pdf")).to_be_visible()
    expect(named(page, "photo.jpg")).to_be_visible()
    says_error(page)
    if scripts:
        expect(page.locator(".govuk-error-summary")).to_be_focused()
        assert faults(page) == []
    page.get_by_role("button", name="Remove plan.pdf").click()
    expect(named(page, "plan.pdf")).to_have_count(0)
    assert [file.name for file in ReferralFile.objects.all()] == ["photo.jpg"]
    send(page, chosen[:1])
    expect(named(page, "plan.pdf")).to_be_visible()
    says_no_error(page)


def test_sending_shows_how_far_it_is_and_can_be_stopped(window, live_server, chosen):
    page = holding_a_draft(window(), live_server.url)
    held = []
    page.route("**/refer/files/", lambda route: held.append(route))
    send(page, chosen[:1])
    expect(page.get_by_role("progressbar", name="Sending")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("sent")
    assert faults(page) == []
    page.get_by_role("button", name="Stop sending").click()
    expect(page.get_by_role("status")).to_have_text("Stopped. The files were not added.")
    expect(page.get_by_role("button", name="Add the files")).to_be_visible()
    expect(page.get_by_role("button", name="Stop sending")).to_be_hidden()
    expect(page.get_by_role("progressbar")).to_be_hidden()
    page.unroute("**/refer/files/")
    page.get_by_role("button", name="Add the files").click()
    expect(named(page, "plan.pdf")).to_be_visible()
    assert [file.name for file in Referral.objects.get().files.all()] == ["plan.pdf"]


def test_panel_reads_the_list_and_opens_a_picture(signed_in, live_server):
    referral = received()
    file = make_file(referral, picture(), kind="jpeg", name="photo.jpg")
    make_file(referral, verdict=Verdict.WAITING, name="later.pdf")
    page = signed_in(TELEPHONE, Role.PANEL_MEMBER)
    page.goto(f"{live_server.url}/panel/referrals/{referral.pk}/")
    assert faults(page) == []
    page.get_by_role("link", name="photo.jpg").click()
    expect(page.locator("img")).to_be_visible()
    VAULT.delete(file.pk)
    page.reload()
    expect(page.get_by_text("bring it back from a backup")).to_be_visible()
