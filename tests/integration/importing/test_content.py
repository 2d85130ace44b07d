"""A board brings its old site along: what a good import file becomes."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from briefings.models import Briefing
from reviews.models import CaseReview, Harm, Recommendation, ReviewType, Theme
from tests.factories import importing as old
from tests.factories import make_briefing, make_review, make_review_type, make_theme
from tests.factories.importing import import_records
from tscb.board.models import Agency
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db


def names(terms) -> set[str]:
    return {term.name for term in terms}


def everything() -> list:
    """All content, without the numbers of rows and the time of writing."""
    left_out = {"id", "review_id", "briefing_id", "created_at", "updated_at"}
    models = (CaseReview, Recommendation, Theme, Harm, Agency, ReviewType, Briefing)
    rows = [row for model in models for row in model.objects.order_by("pk").values()]
    return [{k: v for k, v in row.items() if k not in left_out} for row in rows]


def test_review_with_everything(tmp_path):
    report = import_records(tmp_path, old.full_review())
    assert "review: 1 new, 0 renewed" in report
    review = CaseReview.objects.get()
    assert timezone.localtime(review.published_at).date() == date(2017, 7, 3)
    assert (review.status, review.age_band) == (Status.PUBLISHED, "11-15")
    assert (review.board_name, review.method) == ("Another Board", "A workshop.")
    assert (review.response, review.source) == ("We agree.", "https://old.example/reviews/1")
    assert [point.text for point in review.learning_points.all()] == ["Ask.", "Tell."]
    assert names(review.themes.all()) == {"neglect", "Self-harm"}
    assert names(review.agencies.all()) == {"Police"}
    assert names(review.harms.all()) == {"Neglect"}
    assert review.review_type.name == "Serious Case Review"
    assert not review.is_sample


def test_recommendations_with_and_without_details(tmp_path):
    import_records(tmp_path, old.full_review())
    first, second = Recommendation.objects.all()
    assert (first.owner, first.due, first.status) == ("Police", date(2018, 1, 31), "done")
    assert first.evidence == "Minutes of the meetings."
    assert (second.text, second.owner, second.due) == ("Meet often.", "", None)
    assert second.status == "not started"


def test_review_is_on_the_site_at_once(tmp_path):
    import_records(tmp_path, old.full_review())
    page = Client().get("/case-reviews/information-sharing-2017/").content.decode()
    assert "<strong>one part</strong>" in page
    assert "by Another Board" in page


def test_review_with_what_is_required_alone(tmp_path):
    import_records(tmp_path, old.review())
    review = CaseReview.objects.get()
    assert (review.age_band, review.what_happened) == ("not stated", "")


def test_review_to_be_published_later_waits_for_its_date(tmp_path):
    import_records(tmp_path, old.review(published="2990-01-01"))
    assert Client().get("/case-reviews/information-sharing-2017/").status_code == 404


def test_words_are_matched_by_name_or_slug_ignoring_case(tmp_path):
    theme = make_theme("Self harm", is_sample=False)
    kind = make_review_type("Serious Case Review")
    Agency.objects.create(name="Greater Manchester Police", slug="police")
    words = {"themes": ["SELF HARM"], "agencies": ["police"], "type": "serious-case-review"}
    import_records(tmp_path, old.review(**words))
    review = CaseReview.objects.get()
    assert list(review.themes.all()) == [theme]
    assert review.review_type == kind
    assert names(review.agencies.all()) == {"Greater Manchester Police"}


def test_name_counts_more_than_a_slug(tmp_path):
    make_theme("Neglect")
    Theme.objects.filter(slug="neglect").update(slug="neglect-of-children")
    Theme.objects.create(name="Other neglect", slug="neglect", order=1)
    import_records(tmp_path, old.review(themes=["Neglect"]))
    assert names(CaseReview.objects.get().themes.all()) == {"Neglect"}


def test_words_in_another_script_stay_apart(tmp_path):
    import_records(tmp_path, old.review(themes=["忽视", "虐待", "忽视"]))
    assert names(CaseReview.objects.get().themes.all()) == {"忽视", "虐待"}
    assert all(Theme.objects.values_list("slug", flat=True))


def test_theme_is_made_and_renewed(tmp_path):
    assert "theme: 1 new, 0 renewed" in import_records(tmp_path, old.theme())
    report = import_records(tmp_path, old.theme(description="Needs that are not met."))
    assert "theme: 0 new, 1 renewed" in report
    assert Theme.objects.get().description == "Needs that are not met."


def test_records_come_in_any_order(tmp_path):
    records = [
        old.briefing(reviews=["information-sharing-2017"], themes=["neglect"]),
        old.review(themes=["neglect"]),
        old.theme(name="Neglect of children"),
    ]
    import_records(tmp_path, *records)
    briefing, review = Briefing.objects.get(), CaseReview.objects.get()
    assert list(briefing.reviews.all()) == [review]
    assert names(review.themes.all()) == names(briefing.themes.all()) == {"Neglect of children"}


def test_briefing_with_everything(tmp_path):
    fields = {"variant": "theme", "overview": "In short.", "questions": ["Who?", "When?"]}
    import_records(tmp_path, old.briefing(**fields, themes=["Fathers"]))
    briefing = Briefing.objects.get()
    assert (briefing.variant, briefing.overview) == ("theme", "In short.")
    assert [question.text for question in briefing.questions.all()] == ["Who?", "When?"]
    assert [section.number for section in briefing.sections.all()] == list(range(1, 8))
    assert not briefing.needs_completing


@pytest.mark.parametrize("count", [1, 6])
def test_briefing_with_fewer_sections_is_imported_and_marked(tmp_path, count):
    import_records(tmp_path, old.briefing(sections=old.sections(count)))
    briefing = Briefing.objects.get()
    assert briefing.needs_completing
    assert briefing.is_public
    assert briefing.sections.count() == count


def test_run_twice_leaves_the_same(tmp_path):
    records = [old.theme(), old.full_review(), old.briefing(reviews=["information-sharing-2017"])]
    import_records(tmp_path, *records)
    before = everything()
    report = import_records(tmp_path, *records)
    for kind in ("theme", "review", "briefing"):
        assert f"{kind}: 0 new, 1 renewed" in report
    assert everything() == before


def test_second_run_takes_out_what_is_no_longer_there(tmp_path):
    import_records(tmp_path, old.full_review())
    import_records(tmp_path, old.review())
    review = CaseReview.objects.get()
    assert not review.learning_points.exists()
    assert not review.recommendations.exists()
    assert not review.themes.exists()
    assert (review.method, review.board_name) == ("", "")


@pytest.mark.parametrize("make", [make_review, make_briefing])
@pytest.mark.parametrize("status", [Status.WITHDRAWN, Status.ARCHIVED, Status.DRAFT])
def test_import_leaves_alone_what_editors_took_away(tmp_path, make, status):
    record = old.review() if make is make_review else old.briefing()
    item = make(slug=record["slug"], title="As editors left it", status=status)
    report = import_records(tmp_path, record)
    item.refresh_from_db()
    assert (item.title, item.status) == ("As editors left it", status)
    assert f"left alone, for here it is: {item.get_status_display().lower()}" in report


def test_true_content_in_place_of_a_sample_is_no_sample(tmp_path):
    make_review(slug="information-sharing-2017", is_sample=True)
    import_records(tmp_path, old.review())
    assert not CaseReview.objects.get().is_sample


def test_dry_run_changes_nothing(tmp_path):
    report = import_records(tmp_path, old.theme(), old.full_review(), dry_run=True)
    assert "review: 1 new, 0 renewed" in report
    assert "Dry run: nothing was changed." in report
    assert everything() == []


def test_field_that_we_do_not_know_is_told(tmp_path):
    odd = {"text": "Meet early.", "cost": "5"}
    report = import_records(tmp_path, old.review(colour="blue", recommendations=[odd]))
    assert "line 1, colour: is not a field of this kind and was left out." in report
    assert "line 1, recommendations[0].cost: is not a field of this kind" in report


def test_progress_is_shown(tmp_path):
    themes = [old.theme(slug=f"theme-{n}", name=f"Theme {n}") for n in range(100)]
    assert "100 records …" in import_records(tmp_path, *themes)


def test_file_from_windows_is_read(tmp_path):
    line = b'\xef\xbb\xbf{"kind": "theme", "slug": "neglect", "name": "Neglect"}\r'
    import_records(tmp_path, line, b"", b"  ")
    assert names(Theme.objects.all()) == {"Neglect"}


def test_empty_file_imports_nothing(tmp_path):
    assert import_records(tmp_path) == ""
