"""The web page of a briefing of ordinary length is one page on paper, too."""

from io import BytesIO

import pikepdf
import pytest

from briefings.models import BriefingSection, Question
from tests.factories import make_briefing
from tests.unit.briefings.sheet.examples import words
from tscb.board import facts


@pytest.mark.parametrize("number", [20, 50, 75])
def test_it_prints_on_one_page(window, live_server, transactional_db, number):
    facts.set_up()
    briefing = make_briefing(title="Unseen men", slug="unseen-men")
    BriefingSection.objects.filter(briefing=briefing).update(text=words(number))
    for _ in range(3):
        Question.objects.create(briefing=briefing, text=words(12))
    page = window()
    page.goto(live_server.url + briefing.get_absolute_url())
    with pikepdf.open(BytesIO(page.pdf(format="A4"))) as pdf:
        assert len(pdf.pages) == 1
