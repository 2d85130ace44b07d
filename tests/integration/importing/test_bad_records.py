"""Line and field of every bad record are named, and nothing is imported."""

import pytest
from django.core.management import CommandError, call_command

from briefings.models import Briefing
from reviews.models import CaseReview, Theme
from tests.factories import importing as old
from tests.factories import make_theme
from tests.factories.importing import import_records

pytestmark = pytest.mark.django_db
LONG = "x" * 20_001
DEEP = "is nested too deeply, or holds a number that is too long."


def refusal(folder, *records, **options) -> list[str]:
    """The lines in which the command says why it refuses."""
    with pytest.raises(CommandError) as refused:
        import_records(folder, *records, **options)
    *problems, last = str(refused.value).splitlines()
    assert last == "Nothing was imported."
    return problems


def assert_refused(folder, record, sentence: str) -> None:
    """Alone at fault, after a good record that is not imported either."""
    assert refusal(folder, old.theme(slug="good", name="Good"), record) == [sentence]
    assert not Theme.objects.filter(slug="good").exists()
    assert not CaseReview.objects.exists()
    assert not Briefing.objects.exists()


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (b"{", "is not JSON: Expecting property name enclosed in double quotes at character 2."),
        (b'"text"', "must be an object in curly brackets."),
        (b"[]", "must be an object in curly brackets."),
        (b'{"kind": "theme", "name": "\xff"}', "is not UTF-8."),
        (b"[" * 100_000, DEEP),
        (
            b'{"n": ' + b"1" * 5_000 + b"}",
            DEEP,
        ),
    ],
    ids=["cut off", "text", "list", "latin 1", "deep", "digits"],
)
def test_line_that_cannot_be_read(tmp_path, line, sentence):
    assert_refused(tmp_path, line, f"line 2, line: {sentence}")


@pytest.mark.parametrize("kind", [None, "page", 5, ["review"], ""])
def test_kind_that_we_do_not_know(tmp_path, kind):
    record = {"kind": kind, "slug": "x"}
    assert_refused(tmp_path, record, "line 2, kind: must be one of: briefing, review, theme.")


@pytest.mark.parametrize("make", [old.review, old.briefing])
def test_address_that_the_room_itself_needs(tmp_path, make):
    taken = "“feed” is the address of another page of this site: choose another word, or add one."
    assert_refused(tmp_path, make(slug="feed"), f"line 2, slug: {taken}")


def test_record_that_stands_there_twice(tmp_path):
    sentence = "line 2, slug: stands on line 1 already for a theme."
    assert_refused(tmp_path, old.theme(slug="good"), sentence)


def test_same_slug_for_another_kind_is_fine(tmp_path):
    import_records(tmp_path, old.theme(slug="neglect"), old.review(slug="neglect"))
    assert CaseReview.objects.exists()


@pytest.mark.parametrize("field", ["slug", "title", "type", "published", "summary"])
def test_review_without_what_is_required(tmp_path, field):
    record = old.review()
    del record[field]
    assert_refused(tmp_path, record, f"line 2, {field}: is missing.")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"title": ""}, "title: is empty."),
        ({"title": " \n"}, "title: is empty."),
        ({"title": 5}, "title: must be a text."),
        ({"title": "x" * 201}, "title: has 201 characters; at most 200 fit."),
        ({"summary": None}, "summary: is missing."),
        ({"what_happened": LONG}, "what_happened: has 20,001 characters; at most 20,000 fit."),
        ({"method": LONG}, "method: has 20,001 characters; at most 20,000 fit."),
        ({"response": LONG}, "response: has 20,001 characters; at most 20,000 fit."),
        ({"type": "x" * 101}, "type: has 101 characters; at most 100 fit."),
        ({"published": "3 July 2017"}, "published: must be a date such as 2017-07-03."),
        ({"published": "20170703"}, "published: must be a date such as 2017-07-03."),
        ({"published": "2017-02-30"}, "published: must be a date such as 2017-07-03."),
        ({"published": 2017}, "published: must be a date such as 2017-07-03."),
        ({"learning": "Ask."}, "learning: must be a list in square brackets."),
        ({"learning": ["Ask.", ""]}, "learning[1]: is empty."),
        ({"learning": [None]}, "learning[0]: is missing."),
        ({"learning": [["Ask."]]}, "learning[0]: must be a text."),
        ({"learning": ["x" * 5_001]}, "learning[0]: has 5,001 characters; at most 5,000 fit."),
        ({"themes": ["x" * 101]}, "themes[0]: has 101 characters; at most 100 fit."),
        ({"agencies": [""]}, "agencies[0]: is empty."),
        ({"harms": {}}, "harms: must be a list in square brackets."),
        (
            {"scenarios": [{"title": "A", "scenario": "B", "found": "C"}]},
            "scenarios[0].questions: must be one or more questions of 2,000 letters together.",
        ),
        ({"recommendations": [5]}, "recommendations[0]: must be an object in curly brackets."),
        ({"recommendations": [{}]}, "recommendations[0].text: is missing."),
        (
            {"recommendations": [{"text": "Meet.", "due": "soon"}]},
            "recommendations[0].due: must be a date such as 2017-07-03.",
        ),
        (
            {"recommendations": [{"text": "Meet."}, {"text": "Meet.", "owner": "x" * 201}]},
            "recommendations[1].owner: has 201 characters; at most 200 fit.",
        ),
        (
            {"recommendations": [{"text": "Meet.", "status": "late"}]},
            "recommendations[0].status: “late” is not one of: not started, under way, done, "
            "not accepted.",
        ),
        (
            {"age_band": "11"},
            "age_band: “11” is not one of: unborn, 0-1, 1-5, 6-10, 11-15, 16-17, not stated.",
        ),
        ({"age_band": 11}, "age_band: must be a text."),
        ({"source": "an old site"}, "source: Enter a valid URL."),
        ({"source": "javascript:alert(1)"}, "source: Enter a valid URL."),
        (
            {"summary": "a\x00b"},
            "summary: holds a character that stands for nothing, such as \\u0000.",
        ),
        (
            {"learning": ["\ud800"]},
            "learning[0]: holds a character that stands for nothing, such as \\u0000.",
        ),
        ({"documents": "r1.pdf"}, "documents: must be a list in square brackets."),
        ({"documents": [{}]}, "documents[0].file: is missing."),
    ],
)
def test_review_with_a_bad_field(tmp_path, fields, sentence):
    assert_refused(tmp_path, old.review(**fields), f"line 2, {sentence}")


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("two words", "Enter a valid “slug”"),
        ("child-k", "An address never carries a child's letter"),
        ("x" * 101, "at most 100 characters"),
    ],
)
def test_review_with_an_address_that_cannot_be(tmp_path, slug, words):
    [problem] = refusal(tmp_path, old.review(slug=slug))
    assert problem.startswith("line 1, slug: ")
    assert words in problem


def test_all_that_is_wrong_is_told_at_once(tmp_path):
    records = [old.review(title=5, published="soon", learning=[""]), old.theme(name="")]
    assert refusal(tmp_path, *records) == [
        "line 2, name: is empty.",
        "line 1, title: must be a text.",
        "line 1, published: must be a date such as 2017-07-03.",
        "line 1, learning[0]: is empty.",
    ]


def test_theme_with_the_name_of_another(tmp_path):
    make_theme("Neglect")
    sentence = "line 2, name: the theme “neglect” has this name already."
    assert_refused(tmp_path, old.theme(slug="neglect-2", name="NEGLECT"), sentence)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"sections": []}, "sections: has 0 entries; a briefing has 1 to 7."),
        ({"sections": old.sections(8)}, "sections: has 8 entries; a briefing has 1 to 7."),
        ({"sections": [{"text": "What to do."}]}, "sections[0].heading: is missing."),
        ({"sections": [{"heading": "Part", "text": " "}]}, "sections[0].text: is empty."),
        (
            {"sections": [{"heading": "x" * 101, "text": "What to do."}]},
            "sections[0].heading: has 101 characters; at most 100 fit.",
        ),
        ({"variant": "short"}, "variant: “short” is not one of: case, theme."),
        ({"overview": "x" * 1_001}, "overview: has 1,001 characters; at most 1,000 fit."),
        ({"questions": ["x" * 501]}, "questions[0]: has 501 characters; at most 500 fit."),
        ({"reviews": ["no-such-review"]}, "reviews[0]: there is no case review “no-such-review”."),
    ],
)
def test_briefing_with_a_bad_field(tmp_path, fields, sentence):
    assert_refused(tmp_path, old.briefing(**fields), f"line 2, {sentence}")


def test_briefing_without_sections(tmp_path):
    record = old.briefing()
    del record["sections"]
    sentence = "line 2, sections: has 0 entries; a briefing has 1 to 7."
    assert_refused(tmp_path, record, sentence)


def test_half_a_character_in_a_name_of_a_field_is_told(tmp_path):
    report = import_records(tmp_path, {**old.theme(), "\ud800": "x"})
    assert "line 1, \\ud800: is not a field of this kind and was left out." in report


def test_file_that_is_not_there(tmp_path):
    with pytest.raises(CommandError, match="There is no file"):
        call_command("import_content", tmp_path / "nothing.jsonl")
