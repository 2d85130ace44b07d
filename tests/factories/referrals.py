"""What tests of referrals share: a practitioner who fills in the form, and what they type."""

from typing import Any
from uuid import uuid4

from django.test import Client

from referrals import sample
from referrals.description import (
    children,
    what_happened,
    why_you_are_referring,
    you,
)
from referrals.description.conditions import Answers
from referrals.description.elements import Kind, Page, Question
from referrals.description.example import complete_answers
from referrals.description.pages import FIRST
from referrals.description.places import Place, own, places
from referrals.form.drafts import save_page
from referrals.form.journey import address
from referrals.models import Referral

WHY, YOU, HAPPENED = why_you_are_referring.PAGE, you.PAGE, what_happened.PAGE
CHILD = Place(children.ROWS.pages[0], children.ROWS, "children-1")
CHILD_ADDRESS = address(CHILD)

Answer = Any  # what the test client gives: a response and what it adds to it


def start(client: Client, start_key: Any = None) -> Answer:
    return client.post("/refer/", {"start_key": start_key or uuid4()})


def posted(page: Page, answers: Answers) -> dict[str, Any]:
    """What a browser would send for the answers of one page."""
    data: dict[str, Any] = {}
    for question in page.questions:
        if question.name in answers:
            data |= posted_answer(question, answers[question.name])
    return data


def posted_answer(question: Question, value: Any) -> dict[str, Any]:
    if question.kind == Kind.DATE:
        year, month, day = value.split("-")
        parts = {"day": day, "month": month, "year": year}
        return {f"{question.name}_{part}": typed for part, typed in parts.items()}
    return {question.name: value}


def answer(client: Client, place: Place | Page, **changed: Any) -> Answer:
    """One page, filled in and sent as the complete example has it."""
    place = place if isinstance(place, Place) else Place(place)
    answers = complete_answers(**changed)
    return client.post(address(place), posted(place.page, own(answers, place)))


def answer_all(client: Client, **changed: Any) -> list[Answer]:
    return [answer(client, place, **changed) for place in places(complete_answers(**changed))]


def filled_in(client: Client, **changed: Any) -> None:
    """A draft of this browser with every answer in it, without the way through the pages."""
    start(client)
    draft = Referral.objects.held_by(client.cookies["referral_draft"].value).get()
    keep(draft, complete_answers(**changed))


def keep(draft: Referral, answers: dict[str, Any]) -> None:
    save_page(referral_id=draft.pk, place=Place(FIRST), names=(), answers=answers, unfinished={})


def send(client: Client) -> Answer:
    return client.post("/refer/check/", {"declaration": "yes"}, follow=True)


def the_referral() -> Referral:
    """The only one there is."""
    return Referral.objects.get()


def received(days_ago: int = 0, **changed: Any) -> Referral:
    """A complete referral as the panel gets it, without the way through the form."""
    referral = sample.received(complete_answers(**changed), days_ago)
    referral.is_sample = False
    referral.save()
    return referral


def the_child() -> dict[str, Any]:
    """What is kept of the only child there is."""
    (child,) = the_referral().answers["children"]
    return child


def text_of(response: Answer) -> str:
    return response.content.decode()


def sent(client: Client, **changed: str) -> Referral:
    """A referral that this browser has sent."""
    filled_in(client, **changed)
    send(client)
    return the_referral()
