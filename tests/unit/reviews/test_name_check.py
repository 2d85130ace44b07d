"""Names of the linked referral in a review, its documents and its briefings."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from referrals.casework import linking as origins
from referrals.description.elements import Classification, Kind
from referrals.description.known_names import known_in
from referrals.description.pages import questions
from referrals.description.parallel_processes import OTHERS
from referrals.models import AuditEvent, ReviewOrigin, Verb
from reviews import documents, inspection, long_checks, name_check, publishing_checks
from reviews.models import ReviewDocument
from reviews.safety import Finding, Report, Severity
from reviews.safety import Kind as Found
from reviews.safety.names import Sort
from tests.factories import make_briefing, make_document, make_person, make_review
from tests.factories.admin import upload
from tests.factories.files import pdf
from tests.factories.referrals import received
from tscb.board.roles import Role
from tscb.common.publishing import actions
from tscb.common.publishing.history import HistoryEntry
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
# Nobody is asked for a name here; dates and places that many cases share.
NOT_NAMES = {
    "notified_reference", "placing_authority", "first_known",
    "involved_agency_other", "involved_area", "involved_from", "involved_to",
    *("standing_" + one.value.replace("-", "_") for one in OTHERS),
    "child_age", "child_carer_then", "child_cause_of_death", "child_language",
    "child_place_of_death", "child_religion", "child_whereabouts_then",
    "criminal_contact", "deputy_role", "deputy_why", "event_date", "event_period",
    "event_source", "event_time", "family_court", "family_court_order",
    "incident_period", "incident_place", "incident_time", "involved_contact",
    "involved_role", "lead_contact", "lead_title", "legal_status_details",
    "looked_after_before", "manager_role", "other_area",
    "person_relationship_details", "person_risk_reason", "placement", "plan_since",
    "referrer_job_title", "referrer_relationship", "referrer_team", "spoken_role",
    "spoken_why", "worked_when",
}  # fmt: skip


@pytest.fixture
def linked(editor):
    """A draft review that came from a referral about a child named Morwenna Testington."""
    referral = received(
        child_first_names="Morwenna", child_last_name="Testington", child_school="Marigold School"
    )
    review = make_review(status=Status.DRAFT)
    origins.link(review=review, reference=referral.reference, by=editor)
    return review


def taken_in(review, words: str, by, name: str = "report.pdf", title: str = "Report"):
    document = ReviewDocument(review=review, title=title, original=upload(name, pdf(words)))
    return documents.take_in(document=document, by=by)


def test_every_personal_answer_that_names_somebody_says_so() -> None:
    typed = {Kind.TEXT, Kind.DATE}
    personal = {Classification.PERSONAL, Classification.SPECIAL_CATEGORY}
    silent = {
        question.name
        for question in questions()
        if question.kind in typed and question.classification in personal
        if question.identifies is None
    }
    assert silent == NOT_NAMES


def test_answers_of_the_referral_are_known(linked) -> None:
    known = {(one.what, one.value) for one in name_check.known_of(linked)}
    assert known >= {
        ("a first name", "Morwenna"),
        ("a last name", "Testington"),
        ("initials beside a date", "MT"),
        ("a school or setting", "Marigold School"),
    }


def test_review_without_referral_knows_nothing() -> None:
    assert name_check.known_of(make_review()) == []
    assert name_check.standing_of(make_review()) == ""


def test_referral_without_names_has_no_initials() -> None:
    assert list(known_in({})) == []


def test_standing_changes_with_the_referral(linked) -> None:
    before = name_check.standing_of(linked)
    ReviewOrigin.objects.get(review=linked).referral.save()
    assert name_check.standing_of(linked) not in ("", before)


def test_document_with_the_name_is_blocked_and_the_name_is_not_kept(linked, editor) -> None:
    document = taken_in(linked, "What Morwenna told her teacher", editor)
    (finding,) = document.critical_findings
    assert (finding["kind"], finding["page"]) == (Found.LINKED_NAME, 1)
    assert finding["message"] == "Line 1 of the page’s text holds a first name from the referral."
    assert "morwenna" not in str(document.findings).lower()
    with pytest.raises(ValidationError, match="critical findings"):
        documents.check_releasable(document, make_person(Role.EDITOR))
    assert any(
        "holds a name, address or date" in said for said in publishing_checks.problems(linked)
    )


@pytest.mark.parametrize(
    "came_with", [{"name": "morwenna-final.pdf"}, {"title": "Testington report"}]
)
def test_file_name_and_title_are_compared(linked, editor, came_with) -> None:
    assert taken_in(linked, "What we learned", editor, **came_with).critical_findings


def test_other_findings_do_not_repeat_the_name(linked) -> None:
    hidden = Finding(Found.PROPERTIES, Severity.NOTE, None, "Properties", "Author: M Testington")
    report = Report([hidden], other_text=["The Testingtons"], text_by_page=["By Testingtom"])
    found = name_check.compared(report, name_check.known_of(linked))
    assert "Testingto" not in str(found)
    assert "Author: M █" in [one.excerpt for one in found]
    assert [one.severity for one in found].count(Severity.CRITICAL) == 2
    assert any("spelt a little differently" in one.message for one in found)


def test_ordinary_word_is_left_to_a_person() -> None:
    known = [name_check.Known("a first name", name_check_sort(), "Grace")]
    (found,) = name_check.compared(Report(text_by_page=["Saying grace"]), known)
    assert found.needs_reason
    assert "ordinary word" in found.message


def name_check_sort():
    return Sort.NAME


def test_own_fields_are_compared_when_it_is_checked(linked) -> None:
    linked.summary = "What happened to\nMorwena’s family"
    linked.save()
    linked.learning_points.create(text="Ask Testington.")
    with pytest.raises(ValidationError) as refused:
        actions.check(item=linked, by=make_person(Role.EDITOR))
    assert refused.value.messages == [
        "“Learning point 1: text” holds a last name from the referral (line 1): take it out.",
        "“Summary” holds a first name from the referral. It is spelt a little differently: see "
        "whether the same person is meant. Change it, or say under “Names in the text” why it may "
        "stay.",
    ]


def test_title_of_a_document_is_compared_when_publishing(linked) -> None:
    make_document(linked, title="About Morwenna", released_at=None)
    assert any("Title of a document" in said for said in publishing_checks.problems(linked))


def test_briefing_is_compared_with_its_reviews(linked) -> None:
    briefing = make_briefing(status=Status.DRAFT, overview="About Morwenna")
    assert publishing_checks.problems(briefing) == []
    briefing.reviews.add(linked)
    assert publishing_checks.problems(briefing) == [
        "“Overview” holds a first name from the referral (line 1): take it out."
    ]


def test_link_makes_earlier_checks_stale(linked, editor) -> None:
    document = make_document(linked)
    assert "has to be checked again" in publishing_checks.problems(linked)[0]
    documents.check_stale_again(linked, editor)
    document.refresh_from_db()
    assert document.released_at
    assert publishing_checks.problems(linked) == []


def test_name_found_later_takes_the_sign_off_back(linked, editor) -> None:
    document = make_document(linked, title="Morwenna’s report")
    documents.check_stale_again(linked, editor)
    document.refresh_from_db()
    assert document.released_at is None
    event = HistoryEntry.objects.of(linked).filter(event__contains="taken back")
    assert event.exists()


def test_page_without_documents_is_no_matter_of_the_gate() -> None:
    assert publishing_checks.problems(object()) == []


def test_link_is_audited_and_taken_away(linked, editor) -> None:
    origin = ReviewOrigin.objects.get()
    reference = str(origin.referral.reference)
    assert str(origin) == f"{reference} – {linked}"
    origins.link(review=linked, reference=reference, by=editor)
    assert AuditEvent.objects.filter(verb=Verb.LINKED).count() == 1
    with pytest.raises(PermissionDenied, match="Only a coordinator"):
        origins.unlink(review=linked, reference=reference, by=editor)
    for _ in range(2):
        origins.unlink(review=linked, reference=reference, by=make_person(Role.COORDINATOR))
    assert AuditEvent.objects.filter(verb=Verb.UNLINKED).count() == 1
    assert not ReviewOrigin.objects.exists()


def test_worker_checks_long_files_once(linked, editor, monkeypatch) -> None:
    monkeypatch.setattr(inspection, "LONG_FILE", 1)
    document = taken_in(linked, "What Morwenna told", editor)
    assert document.stage_in_words == "Waits to be checked"
    assert "still being checked" in documents.refusal(document, make_person(Role.EDITOR))
    assert "still being checked" in publishing_checks.problems(linked)[0]
    assert long_checks.inspect_next()
    assert not long_checks.inspect_next()
    document.refresh_from_db()
    assert document.is_checked
    assert document.critical_findings
    assert document.cleaned
