"""Taking the text of an item, putting it back, and telling versions apart."""

from datetime import date

import pytest
from django.contrib import admin

from briefings.models import Briefing
from reviews.models import CaseReview, LearningPoint
from tests.factories import make_review, make_review_type, make_theme
from tscb.common.publishing import content
from tscb.common.publishing.differences import compare, differences
from tscb.common.publishing.due import months_after

pytestmark = pytest.mark.django_db


def changed_in_every_way(review: CaseReview) -> None:
    review.title, review.summary = "Another title", "Another summary"
    review.review_type = make_review_type("Rapid review")
    review.save()
    review.themes.set([make_theme("Neglect")])
    review.learning_points.all().delete()
    LearningPoint.objects.create(review=review, text="Something else.")


def test_apply_brings_back_all_of_it():
    review = make_review(learning=["One", "Two"])
    before = content.snapshot(review)
    changed_in_every_way(review)
    assert content.snapshot(review) != before
    content.apply(review, before)
    assert content.snapshot(review) == before


def test_apply_leaves_state_alone():
    review = make_review()
    kept = content.snapshot(review)
    CaseReview.objects.filter(pk=review.pk).update(
        status="withdrawn", withdrawn_at=review.created_at
    )
    content.apply(review, kept)
    assert CaseReview.objects.get().status == "withdrawn"


def test_apply_does_without_what_is_gone_since():
    review = make_review(review_type=make_review_type("Rapid review"))
    theme = make_theme("Neglect")
    review.themes.add(theme)
    kept = content.snapshot(review)
    old = review.review_type
    review.review_type = make_review_type()
    review.save()
    theme.delete()
    old.delete()
    content.apply(review, kept)
    review.refresh_from_db()
    assert review.review_type == make_review_type()
    assert not review.themes.exists()


def test_apply_never_takes_the_address_of_another():
    review = make_review(slug="first-address")
    kept = content.snapshot(review)
    CaseReview.objects.filter(pk=review.pk).update(slug="second-address")
    make_review(slug="first-address")
    content.apply(review, kept)
    review.refresh_from_db()
    assert review.slug == "second-address"


def test_version_from_before_a_field_was_there():
    review = make_review(title="First title", learning=["One"])
    kept = content.snapshot(review)
    del kept["fields"]["summary"], kept["parts"]["learning_points"][0]["order"]
    CaseReview.objects.filter(pk=review.pk).update(title="Second title", summary="Kept")
    content.apply(review, kept)
    review.refresh_from_db()
    assert (review.title, review.summary) == ("First title", "Kept")
    assert "Summary" not in {one.label for one in differences(review, None, kept)}


def test_undone_takes_back_what_was_written():
    review = make_review()
    with content.undone():
        changed_in_every_way(review)
    assert CaseReview.objects.get().title != "Another title"


def test_undone_keeps_what_it_is_told_to_keep():
    review = make_review()
    with content.undone(unless=lambda: True):
        changed_in_every_way(review)
    assert CaseReview.objects.get().title == "Another title"


def test_differences_name_fields_and_words():
    review = make_review(title="Old title", learning=["Ask, and tell."])
    before = content.snapshot(review)
    changed_in_every_way(review)
    found = {one.label: one.words for one in differences(review, before, content.snapshot(review))}
    assert set(found) == {"Title", "Type of review", "Summary", "Themes", "Learning point 1"}
    assert [(words.kind, words.text) for words in found["Title"]] == [
        ("gone", "Old "),
        ("new", "Another "),
        ("same", "title"),
    ]
    assert [words.text for words in found["Themes"]] == ["Neglect"]


def test_first_version_is_all_new():
    review = make_review(learning=["Ask."])
    found = differences(review, None, content.snapshot(review))
    assert {words.kind for one in found for words in one.words} == {"new"}


def test_removed_part_and_cover_are_told():
    review = make_review(learning=["Ask.", "Tell."])
    before = content.snapshot(review)
    before["fields"]["cover_sizes"] = [{"file": "covers/ab/abcdef012345.jpg"}]
    before["fields"]["review_type"] = 0
    review.learning_points.last().delete()
    labels = {one.label: one for one in differences(review, before, content.snapshot(review))}
    assert labels["Learning point 2"].words[0].kind == "gone"
    assert labels["Cover picture"].words[0].text == "Picture abcdef01"
    assert "something removed since" in "".join(w.text for w in labels["Type of review"].words)


@pytest.mark.parametrize(
    ("old", "new", "stretches"),
    [
        ("", "", []),
        ("", "new words", [("new", "new words")]),
        ("a b", "a", [("gone", "a b"), ("new", "a")]),
        ("one two", "four two", [("gone", "one "), ("new", "four "), ("same", "two")]),
    ],
)
def test_compare_words(old, new, stretches):
    assert [(one.kind, one.text) for one in compare(old, new)] == stretches


@pytest.mark.parametrize(("model", "in_the_form"), [(CaseReview, set()), (Briefing, {"sections"})])
def test_every_part_that_editors_write_is_versioned(model, in_the_form):
    """What has a form on the page is a part, or stands apart by intention; sections of a briefing
    are fields of its own form."""
    inlines = {one.model for one in admin.site.get_model_admin(model).inlines}
    names = {*model.parts, *model.apart} - in_the_form
    assert in_the_form <= set(model.parts)
    assert inlines == {model._meta.get_field(name).related_model for name in names}


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2025-12-15", 12, "2026-12-15"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2025-11-30", 1, "2025-12-30"),
    ],
)
def test_months_after(start, months, end):
    assert f"{months_after(date.fromisoformat(start), months)}" == end
