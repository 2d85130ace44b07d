"""Words and minutes of a briefing, as they are read aloud."""

import pytest

from briefings.length import MINUTES, WORDS_A_MINUTE, Length, length_of, length_of_briefing
from briefings.models import BriefingSection, Question
from tests.factories import make_briefing


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("One two three", 3),
        ("- One\n- **Two** – three", 3),
        ("See [the guide](https://example.org/a/b) now", 4),
        ("https://example.org/ is one", 3),
        ("it’s well-known", 2),
        ("… – * 7", 1),
    ],
)
def test_words_are_what_is_read(text, words):
    assert length_of(text).words == words


def test_several_texts_are_counted_together():
    assert length_of("One two", "three").words == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (0, "0 words"),
        (1, "1 word, about 1 minute"),
        (141, "141 words, about 2 minutes"),
        (1_000, "1,000 words, about 8 minutes"),
    ],
)
def test_length_in_words(words, said):
    assert str(Length(words)) == said


def test_seven_minutes_are_not_too_long_and_one_word_more_is():
    most = MINUTES * WORDS_A_MINUTE
    assert 900 <= most <= 1_000
    assert not Length(most).is_too_long
    assert Length(most + 1).is_too_long


@pytest.mark.django_db
def test_whole_is_overview_sections_that_say_something_and_questions():
    briefing = make_briefing(sections=1, overview="Two words")
    BriefingSection.objects.create(briefing=briefing, number=2, heading="Not written yet")
    Question.objects.create(briefing=briefing, text="Who asks?")
    # The factory's section: “Part 1” and “What to do.”
    assert length_of_briefing(briefing).words == 2 + 2 + 3 + 2
