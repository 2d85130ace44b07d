"""Two people destroy a case, in a real browser, on a phone and on a desk."""

from playwright.sync_api import expect

from referrals.keeping.disposing import propose
from referrals.keeping.holds import hold
from referrals.models import Outcome
from tests.browser.accessibility import DESK, faults
from tests.browser.waiting import says_error
from tests.factories import make_person
from tests.factories.keeping import closed
from tscb.board.roles import Role


def test_case_is_looked_at_held_and_destroyed(signed_in, live_server, transactional_db):
    by = make_person(Role.COORDINATOR)
    kept, over = closed(Outcome.AUDIT), closed()
    hold(referral_id=kept.pk, why="An inquest is open", by=by)
    propose(referral_id=over.pk, by=by)
    page = signed_in(DESK, Role.COORDINATOR)
    for address in ("keeping/", "keeping/rules/", f"referrals/{kept.pk}/keeping/"):
        page.goto(f"{live_server.url}/panel/{address}")
        assert faults(page) == []
    page.get_by_role("button", name="Place a hold").click()
    page.get_by_role("button", name="Keep this case").click()
    says_error(page)
    assert faults(page) == []
    page.goto(f"{live_server.url}/panel/referrals/{over.pk}/keeping/destroy/")
    expect(page.get_by_text("Nobody can bring this case back")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Destroy it for ever").click()
    expect(page.get_by_role("heading", name="Receipt of a disposal")).to_be_visible()
    expect(page.get_by_text(f"Case {over.reference}")).to_be_visible()
    assert faults(page) == []
