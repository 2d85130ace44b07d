"""Letters: from templates that coordinators change, filled in for a case, then final. Each reading
and printing is recorded."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from referrals import facts
from referrals.deciding.letters import placeholders, writing
from referrals.models import AuditEvent, Letter, LetterTemplate, LetterVersion, Verb
from referrals.models.status import WrongState
from tests.factories import make_person, sign_in
from tests.factories.deciding import coordinator, decided
from tests.factories.referrals import received, text_of
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
SECRET = "Ms Plantedmarker, 1 Sample Street"


@pytest.fixture(autouse=True)
def templates():
    facts.set_up()


@pytest.fixture
def desk() -> Client:
    return sign_in(Client(), coordinator())


def at(referral, page: str = "") -> str:
    return f"/panel/referrals/{referral.pk}/letters/{page}"


def test_letter_is_written_changed_made_final_and_printed(desk):
    referral = decided()
    assert "No letter is written yet" in text_of(desk.get(at(referral)))
    page = desk.post(at(referral, "write/"), {"template": "chief-executives"}, follow=True)
    assert "Serious Case Review" in text_of(page)
    assert referral.reference in text_of(page)
    letter = Letter.objects.get()
    typed = {"subject": letter.subject, "body": letter.body, "addressee": ""}
    one = at(referral, f"{letter.pk}/")
    refused = text_of(desk.post(one, {**typed, "final": "yes"}))
    assert "Say to whom the letter goes" in refused
    page = desk.post(one, {**typed, "addressee": SECRET, "final": "yes"}, follow=True)
    assert SECRET in text_of(page)
    assert 'name="body"' not in text_of(page)
    with pytest.raises(WrongState, match="is final"):
        writing.make_final(referral_id=referral.pk, letter_id=letter.pk, by=coordinator())
    printed = desk.get(f"{one}pdf/")
    assert printed.content.startswith(b"%PDF")
    assert SECRET not in printed.headers["Content-Disposition"]
    done = AuditEvent.objects.filter(about="letter 1").values_list("verb", flat=True)
    assert {Verb.LETTER_WRITTEN, Verb.LETTER_FINAL, Verb.READ, Verb.PRINTED} == set(done)


def test_members_read_letters_and_write_none():
    referral, by = received(), coordinator()
    letter = writing.begin(referral_id=referral.pk, key="secure-records", by=by)
    member = sign_in(Client(), make_person(Role.PANEL_MEMBER))
    assert "Write a letter" not in text_of(member.get(at(referral)))
    assert "secure all records" in text_of(member.get(at(referral, f"{letter.pk}/")))
    assert member.post(at(referral, "write/"), {"template": "family"}).status_code == 403
    assert member.get(at(received(), f"{letter.pk}/")).status_code == 404


def test_unknown_template_is_missing(desk):
    assert desk.post(at(received(), "write/"), {"template": "nonsense"}).status_code == 404


def test_templates_are_changed_in_versions_and_checked_for_what_nobody_can_fill_in(desk):
    assert "To the family" in text_of(desk.get("/panel/letters/"))
    typed = {"subject": "Hello {child}", "body": "Dear { all"}
    refused = text_of(desk.post("/panel/letters/family/", typed))
    assert "Nobody can fill in: {child}" in refused
    assert "a bracket that stands alone" in refused
    typed = {"subject": "About {reference}", "body": "Dear all"}
    for _ in range(2):
        page = text_of(desk.post("/panel/letters/family/", typed, follow=True))
    assert "Version 2" in page
    assert "Version 1" in page
    assert LetterVersion.objects.filter(template__key="family").count() == 2


def test_defaults_can_be_filled_in_and_do_not_undo_what_staff_wrote():
    referral = received()
    for template in LetterTemplate.objects.all():
        placeholders.check_wording(template.newest.body + template.newest.subject)
        assert "{" not in placeholders.filled(template.newest.body, referral)
    by = coordinator()
    writing.change_template(key="family", subject="Ours", body="Ours", by=by)
    facts.set_up()
    assert LetterTemplate.objects.get(key="family").newest.subject == "Ours"


def test_wrong_wording_raises():
    with pytest.raises(ValidationError, match="Nobody can fill in"):
        placeholders.check_wording("{name}")
