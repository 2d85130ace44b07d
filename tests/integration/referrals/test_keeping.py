"""Keeping through its pages: rules, holds, the way of two people to a receipt, and the export."""

import io
import time
import zipfile

import pytest
from django.test import Client

from referrals.models import (
    AuditEvent,
    Disposal,
    DisposalReceipt,
    LegalHold,
    Referral,
    RetentionRule,
    ReviewOrigin,
)
from tests.factories import make_file, make_person, make_review, sign_in
from tests.factories.keeping import aged, closed
from tests.factories.referrals import received, text_of
from tscb.board.roles import Role
from tscb.common.virus_scan import Verdict

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]


@pytest.fixture
def coordinator(client) -> Client:
    return sign_in(client, make_person(Role.COORDINATOR))


@pytest.fixture
def chair() -> Client:
    return sign_in(Client(), make_person(Role.INDEPENDENT_CHAIR))


@pytest.fixture
def lead() -> Client:
    return sign_in(Client(), make_person(Role.DATA_PROTECTION_LEAD))


def at(referral: Referral, page: str = "") -> str:
    return f"/panel/referrals/{referral.pk}/keeping/{page}"


def long_ago_signed_in(client: Client) -> None:
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] = time.time() - 3_600
    session.save()


def test_two_people_destroy_a_case_and_get_a_receipt(coordinator, chair):
    referral = closed()
    review = make_review(title="Child Q")
    by = make_person(Role.EDITOR)
    ReviewOrigin.objects.create(referral=referral, review=review, linked_by=by)
    aged(referral, 1)
    assert referral.reference in text_of(coordinator.get("/panel/keeping/"))
    page = text_of(coordinator.get(at(referral)))
    assert "Propose to destroy this case" in page
    assert "Child Q" in page
    coordinator.post(at(referral, "propose/"))
    assert "A second person has to confirm" in text_of(coordinator.get(at(referral)))
    assert "proposed on" in text_of(chair.get("/panel/keeping/"))
    assert "Destroy it for ever" in text_of(chair.get(at(referral, "destroy/")))
    page = text_of(chair.post(at(referral, "destroy/"), follow=True))
    assert "Receipt of a disposal" in page
    assert "(Coordinator)" in page
    assert "1 published case review that came from this case stays." in page
    assert not Referral.objects.exists()
    assert referral.reference in text_of(coordinator.get("/panel/keeping/receipts/"))
    assert coordinator.get(at(referral)).status_code == 404


def test_nobody_confirms_alone(coordinator):
    referral = closed()
    coordinator.post(at(referral, "propose/"))
    assert "You proposed it" in text_of(coordinator.get(at(referral, "destroy/")))
    assert coordinator.post(at(referral, "destroy/")).status_code == 403
    assert Referral.objects.exists()


def test_confirming_and_exporting_ask_once_more_who_it_is(coordinator, chair):
    referral = closed()
    coordinator.post(at(referral, "propose/"))
    for person in (coordinator, chair):
        long_ago_signed_in(person)
    for answer in (
        chair.post(at(referral, "destroy/")),
        coordinator.post(at(referral, "export/"), {"asker": "child"}),
    ):
        assert answer.status_code == 302
        assert "again" in answer.headers["Location"]
    assert Disposal.objects.get().state == "proposed"
    assert not AuditEvent.objects.filter(verb="exported").exists()


def test_reason_why_a_case_is_kept_stands_on_its_page(coordinator, chair):
    referral = closed()
    coordinator.post(at(referral, "propose/"))
    coordinator.post(at(referral, "hold/"), {"why": "An inquest is open"})
    page = text_of(chair.get(at(referral)))
    assert "An inquest is open" in page
    assert "It cannot be confirmed now. There is a hold on this case." in page
    refused = text_of(chair.post(at(referral, "destroy/")))
    assert "There is a hold on this case" in refused
    hold = LegalHold.objects.get()
    chair.post(at(referral, f"hold/{hold.pk}/end/"), {"why": "It is over"})
    assert "It is over" in text_of(chair.get(at(referral)))
    assert chair.get(at(referral, f"hold/{hold.pk}/end/")).status_code == 404
    coordinator.post(at(referral, "take-back/"))
    assert Disposal.objects.get().state == "dropped"


@pytest.mark.parametrize("page", ["hold/", "export/"])
def test_empty_form_says_what_is_missing(coordinator, page):
    assert "There is a problem" in text_of(coordinator.post(at(closed(), page)))


def test_open_case_says_when_its_time_begins(coordinator):
    page = text_of(coordinator.get(at(received())))
    assert "begins when it is closed or withdrawn" in page
    assert "Propose to destroy" not in page


def test_rule_is_changed_by_a_new_version(lead):
    closed()
    assert "30 years from" in text_of(lead.get("/panel/keeping/rules/"))
    told = {"years": "40", "counted_from": "received", "source": "Our schedule", "note": ""}
    lead.post("/panel/keeping/rules/review/", told)
    rule = RetentionRule.objects.current()["review"]
    assert (rule.number, rule.years) == (2, 40)
    assert "Version 1" in text_of(lead.get("/panel/keeping/rules/review/"))
    wrong = text_of(lead.post("/panel/keeping/rules/review/", told | {"years": "0"}))
    assert "Enter at least 1 year" in wrong
    assert lead.get("/panel/keeping/rules/nonsense/").status_code == 404


def test_data_protection_lead_reads_receipts_and_no_case(lead):
    assert "No case was destroyed yet" in text_of(lead.get("/panel/keeping/receipts/"))
    assert lead.get("/panel/keeping/").status_code == 403
    assert lead.get(at(closed())).status_code == 403


def test_due_list_takes_as_many_queries_for_twenty_as_for_one(
    coordinator, django_assert_max_num_queries
):
    for _ in range(3):
        closed()
    with django_assert_max_num_queries(15):
        assert text_of(coordinator.get("/panel/keeping/")).count("No review and no other") == 3


def unpacked(response) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))


def test_export_holds_everything_and_marks_what_is_about_others(coordinator):
    referral = received(outline="It happened at home")
    make_file(referral, b"what we know" * 20_000)
    make_file(referral, b"harmful", verdict=Verdict.FOUND)
    coordinator.post(at(referral, "hold/"), {"why": "A trial <soon>"})
    answer = coordinator.post(at(referral, "export/"), {"asker": "child"})
    assert referral.reference in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]
    packed = unpacked(answer)
    assert packed.testzip() is None
    page = packed.read("read-this-first.html").decode()
    for words in ("It happened at home", "A trial &lt;soon&gt;", "About others", "Read every line"):
        assert words in page
    assert "wrapped" not in page
    assert packed.read("files/1.pdf") == b"what we know" * 20_000
    assert b"virus check" in packed.read("files/2-left-out.txt")
    assert AuditEvent.objects.filter(verb="exported", referral_id=referral.pk).count() == 1


def test_receipt_is_nobody_elses_business(panel_member):
    member = sign_in(Client(), panel_member)
    assert member.get("/panel/keeping/receipts/").status_code == 403
    assert not DisposalReceipt.objects.exists()
