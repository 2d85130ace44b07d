"""What tests of referrals share: a practitioner who fills in the form, and what they type."""

from typing import Any
from uuid import uuid4

from django.test import Client

from referrals import sample
from referrals.description.elements import Kind, Page, Question
from referrals.description.example import complete_answers
from referrals.description.pages import PAGES
from referrals.form.drafts import save_page
from referrals.models import Referral

Answer = Any  # what the test client gives: a response and what it adds to it


def start(client: Client, start_key: Any = None) -> Answer:
    return client.post("/refer/", {"start_key": start_key or uuid4()})


def posted(page: Page, answers: dict[str, Any]) -> dict[str, str]:
    """What a browser would send for the answers of one page."""
    data: dict[str, str] = {}
    for question in page.questions:
        if question.name in answers:
            data |= posted_answer(question, answers[question.name])
    return data


def posted_answer(question: Question, value: str) -> dict[str, str]:
    if question.kind == Kind.DATE:
        year, month, day = value.split("-")
        parts = {"day": day, "month": month, "year": year}
        return {f"{question.name}_{part}": typed for part, typed in parts.items()}
    return {question.name: value}


def answer(client: Client, page: Page, **changed: str) -> Answer:
    return client.post(f"/refer/{page.key}/", posted(page, complete_answers(**changed)))


def answer_all(client: Client, **changed: str) -> None:
    for page in PAGES:
        answer(client, page, **changed)


def filled_in(client: Client, **changed: str) -> None:
    """A draft of this browser with every answer in it, without the way through the pages."""
    start(client)
    draft = Referral.objects.held_by(client.cookies["referral_draft"].value).get()
    save_page(referral_id=draft.pk, names=(), answers=complete_answers(**changed), unfinished={})


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


def text_of(response: Answer) -> str:
    return response.content.decode()
