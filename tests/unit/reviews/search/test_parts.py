"""What was typed falls apart into words and phrases."""

import pytest

from reviews.search.parts import Parts, Phrase, parts_of


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("neglect -school", Parts("neglect -school", [])),
        ('neglect "school nurse"', Parts("neglect", [Phrase('"school nurse"', False)])),
        ('-"school nurse"', Parts("", [Phrase('"school nurse"', True)])),
        ("non-accidental", Parts("", [Phrase('"non-accidental"', False)])),
        ('"unclosed words', Parts("", [Phrase('"unclosed words"', False)])),
        ('"one" -', Parts('"one"', [])),
        ("a or b", Parts("a or b", [], alternatives=True)),
        ('a OR "b c"', Parts('a OR "b c"', [Phrase('a OR "b c"', False)], alternatives=True)),
        ('"" ; -', Parts("", [])),
    ],
)
def test_words_and_phrases(typed: str, parts: Parts) -> None:
    assert parts_of(typed) == parts


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("fathers -mothers", "fathers"),
        ('ward "an overdose" -"a nurse"', 'ward or "an overdose"'),
        ("fathers or men", "fathers or men"),
        ('-"a nurse"', ""),
    ],
)
def test_one_part_is_enough_for_the_best_page(typed: str, question: str) -> None:
    assert parts_of(typed).any_wanted == question


def test_question_that_only_leaves_out_needs_nothing() -> None:
    assert parts_of('-"a nurse"').needs_nothing
    assert not parts_of('-"a nurse" ward').needs_nothing
    assert not parts_of("").needs_nothing
