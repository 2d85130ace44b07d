"""The form of a briefing: seven sections, headings that go with the kind, counts, pasted text."""

from html import unescape

import pytest
from django.contrib.auth.models import Permission

from briefings import facts
from briefings.headings import DEFAULTS
from briefings.length import MINUTES, TOO_LONG, WORDS_A_MINUTE
from briefings.models import Briefing, UsualHeading
from tests.factories import make_briefing, make_person, sign_in
from tests.factories.admin import add, admin_address, change, change_address
from tests.factories.forms import values_of
from tests.factories.importing import briefing, import_records, sections
from tests.factories.reviews import make_agency
from tscb.board.roles import Role
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
TYPED = {"title": "Unseen men", "slug": "unseen-men"}
ADD = "/admin/briefings/briefing/add/"


def headings(item: Briefing) -> list[str]:
    return [section.heading for section in item.sections.all()]


def typed_headings(response) -> list[str]:
    values = values_of(response, "briefing_form")
    return [values[f"heading_{number}"] for number in range(1, 8)]


def page_of(client, item: Briefing) -> str:
    return unescape(client.get(change_address(item)).content.decode())


@pytest.mark.parametrize("kind", ["case", "theme"])
def test_new_briefing_begins_with_the_headings_of_its_kind(editor_client, kind):
    page = editor_client.get(ADD, {"variant": kind})
    assert typed_headings(page) == DEFAULTS[kind]
    assert f'href="?variant={kind}" aria-current="true"' in page.content.decode()


def test_kind_that_there_is_not_begins_like_a_case(editor_client):
    assert typed_headings(editor_client.get(ADD, {"variant": "poem"})) == DEFAULTS["case"]


def test_untouched_headings_follow_the_kind_and_own_ones_stay(editor_client):
    add(editor_client, Briefing, **TYPED, variant="theme", heading_2="Our own", heading_3="")
    made = Briefing.objects.get()
    usual = DEFAULTS["theme"]
    assert headings(made) == [usual[0], "Our own", *usual[2:]]
    assert [section.number for section in made.sections.all()] == list(range(1, 8))
    assert made.needs_completing


def test_draft_that_changes_its_kind_later_changes_untouched_headings(editor_client):
    add(editor_client, Briefing, **TYPED, heading_1="Our own", text_2="It happened.")
    draft = Briefing.objects.get()
    change(editor_client, draft, variant="theme")
    assert headings(draft) == ["Our own", *DEFAULTS["theme"][1:]]
    change(editor_client, draft, heading_1=DEFAULTS["case"][0])
    assert headings(draft)[0] == DEFAULTS["case"][0], "the kind was not changed this time"


def test_usual_headings_can_be_asked_for(editor_client):
    draft = make_briefing(status=Status.DRAFT)
    change(editor_client, draft, use_usual="on")
    assert headings(draft) == DEFAULTS["case"]
    assert draft.sections.get(number=1).text == "What to do."


def test_staff_word_the_usual_headings(editor_client):
    facts.set_up()
    kept = UsualHeading.objects.get(variant="case", number=1)
    listed = editor_client.get(admin_address(UsualHeading, "changelist")).content.decode()
    assert listed.count("About a theme</td>") == 7
    change(editor_client, kept, heading="Where\xa0it began")
    assert typed_headings(editor_client.get(ADD))[0] == "Where it began"


def test_old_briefing_is_not_given_sections_that_nobody_wrote(editor_client, tmp_path):
    import_records(tmp_path, briefing(sections=sections(5)))
    imported = Briefing.objects.get()
    change(editor_client, imported)
    imported.refresh_from_db()
    assert imported.proposed is None, "nothing was typed, so nothing waits to be checked"
    change(editor_client, imported, text_7="Ask yourselves.")
    imported.refresh_from_db()
    rows = imported.proposed.content["parts"]["sections"]
    assert [(row["number"], row["heading"]) for row in rows[5:]] == [(7, DEFAULTS["case"][6])]


def test_pasted_text_is_tidied_wherever_it_is_typed(editor_client):
    pasted = {
        "overview": "In\xa0short\u200b.",
        "heading_1": "Back\xadground ",
        "text_1": "First:\r\n•\tOne\r\n\r\n•\tTwo\x0b",
        "questions-0-text": "Who\xa0asks?",
        "resources-0-title": "A\u2003course",
        "resources-0-link": "https://example.org/",
    }
    add(editor_client, Briefing, **TYPED | {"title": "Unseen\xa0men"}, **pasted)
    made = Briefing.objects.get()
    first = made.sections.get(number=1)
    assert (made.title, made.overview) == ("Unseen men", "In short.")
    assert (first.heading, first.text) == ("Background", "First:\n- One\n- Two")
    assert made.questions.get().text == "Who asks?"
    assert made.resources.get().title == "A course"


def test_text_that_is_as_it_was_makes_no_change(editor_client):
    item = make_briefing(overview="One\n\n- two")
    change(editor_client, item)
    item.refresh_from_db()
    assert item.proposed is None


def test_agencies_and_resources_belong_to_it(editor_client):
    police = make_agency("Police")
    link = {"resources-0-title": "A course", "resources-0-link": "https://example.org/course"}
    add(editor_client, Briefing, **TYPED, agencies=[police.pk], **link)
    made = Briefing.objects.get()
    assert list(made.agencies.all()) == [police]
    assert str(made.resources.get()) == "A course"


def test_new_question_comes_after_those_that_are_there(editor_client):
    draft = make_briefing(status=Status.DRAFT)
    for order, words in enumerate(("First?", "Second?"), 1):
        draft.questions.create(text=words, order=order)
    change(editor_client, draft, **{"questions-2-text": "Third?", "questions-3-text": "Fourth?"})
    assert [str(one) for one in draft.questions.all()] == ["First?", "Second?", "Third?", "Fourth?"]


def test_form_says_how_long_each_section_and_the_whole_are(editor_client):
    page = page_of(editor_client, make_briefing(overview="Two words"))
    assert page.count("3 words, about 1 minute.") == 7
    # Overview two, sections with their headings five each.
    assert "37 words, about 1 minute to read aloud." in page
    assert "Printed, it fits one A4 page." in page
    assert f'data-words="{TOO_LONG}"></strong>' in page
    assert f'data-a-minute="{WORDS_A_MINUTE}" data-minutes="{MINUTES}"' in page


def test_form_warns_above_seven_minutes(editor_client):
    item = make_briefing()
    item.sections.filter(number=1).update(text="a " * MINUTES * WORDS_A_MINUTE)
    page = page_of(editor_client, item)
    assert f">{TOO_LONG}</strong>" in page
    assert "about 8 minutes to read aloud." in page


def test_new_briefing_is_zero_words_long_and_says_how_to_write(editor_client):
    page = editor_client.get(ADD).content.decode()
    assert "0 words to read aloud." in page
    assert "What you paste from Word is tidied when you save." in page


def test_text_with_an_error_is_counted_as_it_was_typed(editor_client):
    page = add(editor_client, Briefing, slug="unseen-men", title="", text_1="Not yet saved")
    assert "3 words, about 1 minute." in page.content.decode()


def test_who_may_only_look_sees_the_form_and_changes_nothing(client):
    item = make_briefing()
    person = make_person(Role.EDITOR)
    person.groups.clear()
    person.user_permissions.set(Permission.objects.filter(codename="view_briefing"))
    response = sign_in(client, person).get(change_address(item))
    assert response.status_code == 200
    assert b'name="text_1"' not in response.content
    assert b"briefing-form.js" not in response.content
