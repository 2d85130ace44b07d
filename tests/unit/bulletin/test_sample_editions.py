"""The fictional editions of a site on one's own computer."""

import pytest

from tests.factories import make_briefing, make_event, make_review
from tests.factories.bulletin import make_delivery
from tests.factories.editions import edition_about
from tscb.bulletin import sample
from tscb.bulletin.models import Delivery, Edition
from tscb.common.models import OutgoingMail
from tscb.common.publishing.history import HistoryEntry

pytestmark = pytest.mark.django_db


def test_sample_shows_two_editions_and_a_draft_and_goes():
    own = edition_about(make_review(), number=7)
    shown = make_review(is_sample=True), make_briefing(is_sample=True), make_event(is_sample=True)
    for _ in range(2):
        sample.load()
    made = Edition.objects.filter(is_sample=True)
    assert list(made.values_list("number", "state")) == [
        (10, "draft"), (9, "published"), (8, "published"),
    ]  # fmt: skip
    draft = made.get(number=10)
    told = {one.thing for one in draft.items.all()}
    assert told == {*shown, None}
    assert not Delivery.objects.exists()
    assert not OutgoingMail.objects.exists()
    make_delivery(edition=made.get(number=9))
    sample.remove()
    assert Edition.objects.get() == own
    assert not HistoryEntry.objects.filter(kind="bulletin.edition").exists()
