"""How case reviews and their parts name and show themselves."""

import pytest

from reviews.models import LearningPoint, Recommendation
from tests.factories import make_document, make_review, make_review_type

pytestmark = pytest.mark.django_db


def test_everything_names_itself():
    review = make_review(title="Sharing information")
    assert str(review) == "Sharing information"
    assert str(make_review_type("Learning Review")) == "Learning Review"
    assert str(make_document(review)) == "Overview report"
    for part in (LearningPoint, Recommendation):
        assert str(part(text="x" * 90)) == "x" * 80


@pytest.mark.parametrize(
    ("status", "colour"),
    [("not started", "grey"), ("under way", "blue"), ("done", "green"), ("not accepted", "grey")],
)
def test_colour_of_a_recommendation(status, colour):
    assert Recommendation(status=status).colour == colour
