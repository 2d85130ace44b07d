"""What tests of referrals share: a practitioner who fills in the form, and what they type."""

from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

from referrals.description.elements import Kind, Page, Question
from referrals.description.example import complete_answers
from referrals.description.pages import PAGES


def start(client: Client, start_key: Any = None) -> HttpResponse:
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


def answer(client: Client, page: Page, **changed: str) -> HttpResponse:
    answers = complete_answers(**changed)
    return client.post(f"/refer/{page.key}/", posted(page, answers))


def answer_all(client: Client, **changed: str) -> None:
    for page in PAGES:
        answer(client, page, **changed)


def send(client: Client) -> HttpResponse:
    return client.post("/refer/check/", {"declaration": "yes"}, follow=True)


def fill_in(client: Client, **changed: str) -> HttpResponse:
    answer_all(client, **changed)
    return send(client)
