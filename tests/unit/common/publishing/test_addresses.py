"""Addresses that an item cannot have, because its room needs them itself."""

import pytest
from django.core.exceptions import ValidationError

from briefings.models import Briefing
from reviews.models import CaseReview, Theme
from tests.factories import make_theme
from tscb.common.publishing.addresses import check_address_is_free


@pytest.mark.parametrize("model", [CaseReview, Briefing])
def test_address_of_the_feed_is_taken(model):
    with pytest.raises(ValidationError, match="“feed” is the address of another page"):
        check_address_is_free(model, "feed")


@pytest.mark.parametrize(
    ("model", "slug"),
    [(CaseReview, "archive"), (CaseReview, "export"), (Theme, "feed"), (Briefing, "feeding")],
)
def test_what_the_room_does_not_need_is_free(model, slug):
    check_address_is_free(model, slug)


@pytest.mark.parametrize("slug", ["", "two words", "a/b"])
def test_what_is_no_address_is_told_by_its_own_rules(slug):
    check_address_is_free(CaseReview, slug)


def test_model_is_refused_at_its_address_alone():
    with pytest.raises(ValidationError) as refused:
        CaseReview(slug="feed", title="Feeding a child", summary="x").clean_fields({"review_type"})
    assert list(refused.value.message_dict) == ["slug"]


@pytest.mark.django_db
def test_form_without_the_address_is_not_refused_for_it():
    make_theme().clean_fields(exclude={"slug"})
