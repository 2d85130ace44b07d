"""Anybody's way through the form, whatever they answer: no dead end, and no answer lost."""

from random import Random
from typing import Any

import pytest
from django.http import QueryDict
from django.urls import resolve
from django.utils.http import urlencode
from hypothesis import given, settings
from hypothesis import strategies as st

from referrals.description.before_you_start import NOBODY_TOLD
from referrals.description.completeness import gaps
from referrals.description.elements import Kind, Question, Requirement, Rows
from referrals.description.example import example
from referrals.description.pages import FIRST, SECTIONS, Section, by_key
from referrals.description.places import Place, applying, places_of_row, rows_in, stop
from referrals.description.reading import passages
from referrals.filling.forms import form_for
from referrals.filling.storing import with_answers, with_unfinished
from referrals.form.journey import address, after, before, first_page, following, next_address
from referrals.form.submission import check_complete
from referrals.models import Referral
from tests.factories.referrals import posted

CHECK = "/refer/check/"
START = "/refer/"
MOST_STEPS = 400
MOST_ROWS = 2
LEFT_EMPTY = 0.2

pytestmark = pytest.mark.django_db
walks = settings(max_examples=10, deadline=None)


class Walker:
    """Goes through the form as journey.py leads, answering by chance."""

    def __init__(self, chance: Random, *, leaves_empty: float = 0.0) -> None:
        self.chance, self.leaves_empty = chance, leaves_empty
        self.referral = Referral(answers={}, unfinished={})
        self.at: str = address(FIRST)
        self.typed: dict[tuple[str, str], Any] = {}

    def walk(self) -> None:
        for _ in range(MOST_STEPS):
            if self.at == CHECK:
                return
            self.step()
        raise AssertionError(f"no way to the check page: still at {self.at}")

    def step(self) -> None:
        section = by_key(resolve(self.at).kwargs["key"])
        if isinstance(section, Rows) and resolve(self.at).url_name == "page":
            self.at = self.onward_from(section)
        else:
            self.answer(place_of(self.at))

    def onward_from(self, rows: Rows) -> str:
        there = len(rows_in(self.referral.answers, rows))
        if there < rows.fewest or (there < MOST_ROWS and self.chance.random() < 0.5):
            return address(Place(first_page(rows), rows, f"{rows.name}-{there + 1}"))
        return following(rows, self.referral.answers)

    def answer(self, place: Place) -> None:
        form = form_for(place, self.referral)
        given = {q.name: self.choose(q) for q in form.questions if self.answers_it(q)}
        self.save(place, {name: value for name, value in given.items() if value})
        self.at = after(place, self.referral.answers)

    def save(self, place: Place, given: dict[str, Any]) -> None:
        data = QueryDict(urlencode(posted(place.page, given), doseq=True))
        form = form_for(place, self.referral, data)
        form.is_valid()
        self.remember(place, form.answers())
        kept = self.referral
        kept.unfinished = with_unfinished(kept.unfinished, place, form.names, form.unfinished())
        kept.answers = with_answers(kept.answers, place, form.names, form.answers())

    def remember(self, place: Place, answers: dict[str, Any]) -> None:
        for question in place.page.questions:
            self.typed.pop((place.row_id, question.name), None)
        self.typed |= {(place.row_id, name): value for name, value in answers.items()}

    def answers_it(self, question: Question) -> bool:
        needed = question.requirement == Requirement.ALWAYS
        return needed or self.chance.random() >= self.leaves_empty

    def choose(self, question: Question) -> Any:
        if question.name in ("child_at_risk_now", "spoken_to_manager"):
            return {"child_at_risk_now": "no", "spoken_to_manager": "yes"}[question.name]
        values = [option.value for option in question.options()]
        if question.kind == Kind.CHECKBOXES:
            return self.chance.sample(values, self.chance.randint(1, len(values)))
        return self.chance.choice(values) if values else example(question)


def place_of(there: str) -> Place:
    found = resolve(there).kwargs
    section = by_key(found["key"])
    if isinstance(section, Rows):
        page = section.page(found["page_key"])
        assert page is not None
        return Place(page, section, found["row_id"])
    assert section is not None
    return Place(section)


@walks
@given(st.randoms(use_true_random=False))
def test_every_way_ends_at_the_check_page_and_no_answer_is_lost_on_it(chance):
    walker = Walker(chance, leaves_empty=LEFT_EMPTY)
    walker.walk()
    answers = walker.referral.answers
    assert stop(answers) is None
    for (row_id, name), value in walker.typed.items():
        assert kept(answers, row_id, name) == value
    for rows in (section for section in SECTIONS if isinstance(section, Rows)):
        for row in rows_in(answers, rows):
            *_, last = places_of_row(rows, row["id"], answers)
            assert after(last, answers) == address(rows)
    check_back_leads_to_the_start(answers)


def check_back_leads_to_the_start(answers: dict[str, Any]) -> None:
    there = back_from(SECTIONS[-1], answers)
    for _ in range(len(SECTIONS) + 1):
        if there == START:
            return
        section = by_key(resolve(there).kwargs["key"])
        assert section is not None
        there = back_from(section, answers)
    raise AssertionError(f"Back goes round in a circle: {there}")


def back_from(section: Section, answers: dict[str, Any]) -> str:
    return before(section if isinstance(section, Rows) else Place(section), answers)


@walks
@given(st.randoms(use_true_random=False))
def test_every_answer_is_read_by_the_panel_and_outlives_a_change_on_another_page(chance):
    walker = Walker(chance)
    walker.walk()
    read = [row.question.name for one in passages(walker.referral.answers) for row in one.rows]
    taken = applying(walker.referral.answers)
    assert {n for (row_id, n) in walker.typed if kept(taken, row_id, n) is not None} <= set(read)
    place = Place(chance.choice([one for one in SECTIONS[1:] if not isinstance(one, Rows)]))
    earlier = {**walker.referral.answers}
    walker.answer(place)
    changed = {question.name for question in place.page.questions}
    assert all(
        walker.referral.answers[name] == value
        for name, value in earlier.items()
        if name not in changed
    )


@walks
@given(st.randoms(use_true_random=False))
def test_gaps_lead_to_where_they_are_closed_until_it_can_be_sent(chance):
    walker = Walker(chance, leaves_empty=0.6)
    walker.walk()
    walker.leaves_empty = 0.0
    referral = walker.referral
    for _ in range(MOST_STEPS):
        if not gaps(referral.answers, referral.unfinished):
            break
        walker.at = next_address(referral.answers, referral.unfinished)
        walker.step()
        if walker.at != CHECK and resolve(walker.at).url_name == "row":
            walker.step()
    check_complete(referral.answers, referral.unfinished)


def test_stopping_answer_stops_on_every_page():
    walker = Walker(Random(7))  # noqa: S311 - chance, not a secret
    walker.walk()
    answers = walker.referral.answers | {"child_at_risk_now": NOBODY_TOLD}
    for section in SECTIONS:
        if not isinstance(section, Rows):
            assert after(Place(section), answers) == address(FIRST)


def kept(answers: dict[str, Any], row_id: str, name: str) -> Any:
    if not row_id:
        return answers.get(name)
    for section in SECTIONS:
        if isinstance(section, Rows):
            for row in rows_in(answers, section):
                if row["id"] == row_id:
                    return row.get(name)
    return None
