"""Case scenarios go the way of everything in a review: versions, name check, second person."""

import pytest

from reviews import publishing_checks
from reviews.models import CaseScenario
from tests.factories import make_review, make_scenario, make_theme
from tests.factories.admin import admin_address, change, press, staff_client
from tests.factories.importing import import_records, review
from tests.factories.referrals import received
from tscb.common.publishing import content
from tscb.common.publishing.differences import differences
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
TEXTS = {
    "case_scenarios-0-title": "A quiet week",
    "case_scenarios-0-scenario": "You see a child who does not speak.",
    "case_scenarios-0-questions": "What would you ask?\nWhom would you ring?",
    "case_scenarios-0-found": "Nobody had asked.",
}
TOLD = {
    "title": "A quiet week",
    "scenario": "You see a child.",
    "questions": ["What would  you ask?", "Whom would\nyou ring?"],
    "found": "Nobody asked.",
}


def test_a_second_person_reads_it_and_then_trainers_have_it(client, editor_client, second_editor):
    item = make_review()
    item.themes.add(make_theme())
    change(editor_client, item, **TEXTS)
    pack = "/themes/neglect/training-pack/"
    assert "A quiet week" not in client.get(pack).content.decode()
    second = staff_client(second_editor)
    preview = second.get(admin_address(item, "preview", item.pk)).content.decode()
    assert "Whom would you ring?" in preview
    assert "Nobody had asked." in preview
    press(second, item, "accept")
    assert "A quiet week" in client.get(pack).content.decode()
    page = client.get(item.get_absolute_url()).content.decode()
    assert "A quiet week" not in page
    assert item.case_scenarios.get().asked == ["What would you ask?", "Whom would you ring?"]


@pytest.mark.parametrize("field", ["title", "scenario", "questions", "found"])
def test_a_name_from_the_referral_stops_it(editor_client, second_editor, field):
    item = make_review(status=Status.DRAFT)
    referral = received(child_first_names="Grace", child_last_name="Samples")
    editor_client.post(f"/panel/reviews/{item.pk}/referrals/", {"reference": referral.reference})
    change(editor_client, item, **TEXTS | {f"case_scenarios-0-{field}": "We met Samples then"})
    press(staff_client(second_editor), item, "check")
    item.refresh_from_db()
    assert item.status == Status.DRAFT
    assert "take it out" in publishing_checks.problems(item)[0]


def test_versions_hold_it_and_bring_it_back():
    item = make_review()
    key = make_scenario(item).pk
    before = content.snapshot(item)
    item.case_scenarios.all().delete()
    (one,) = differences(item, before, content.snapshot(item))
    assert one.label == "Case scenario 1"
    content.apply(item, before)
    assert item.case_scenarios.get().pk == key


def test_import_brings_scenarios_and_a_file_without_the_key_leaves_them(tmp_path):
    import_records(tmp_path, review(scenarios=[TOLD, {**TOLD, "title": "Another"}]))
    first, second = CaseScenario.objects.all()
    assert first.asked == ["What would you ask?", "Whom would you ring?"]
    import_records(tmp_path, review())
    assert CaseScenario.objects.count() == 2
    import_records(tmp_path, review(scenarios=[{**TOLD, "title": "Told anew"}]))
    assert str(CaseScenario.objects.get(pk=first.pk)) == "Told anew"
    assert not CaseScenario.objects.filter(pk=second.pk).exists()
