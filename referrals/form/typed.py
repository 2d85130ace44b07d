"""What somebody typed, read from the request that brought it: to be shown and to be sent again.

Nothing here looks at a draft: it serves where none can be found, or none can be written to.
"""

from collections.abc import Mapping

from django.forms.utils import pretty_name
from django.http import HttpRequest

from referrals.description.elements import Kind, Question
from referrals.description.pages import questions
from referrals.form.honeypot import FIELD as HONEYPOT
from referrals.form.tabs import FIELD as SEEN
from referrals.form.whose_page import FIELD as MADE_FOR

FORM_TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of an input
AGAIN = "sent_again"
# What a page sends along that nobody typed.
SILENT = frozenset(
    {FORM_TOKEN, MADE_FOR, AGAIN, SEEN, HONEYPOT, "later", "press", "start_key", "remove"}
)
PARTS_OF_A_DATE = ("day", "month", "year")
# Labels of what pages ask beside the form's questions.
ASKED_BESIDE = {
    "reference": "Your reference",
    "email": "Your work email address",
    "code": "Your return code",
    "text": "What you wanted to add",
    "reason": "Why you wanted to withdraw",
    "route": "Who is asked to agree",
    "person_name": "Full name of who is asked to agree",
    "person_role": "Their role",
    "person_email": "Their work email address",
}


def typed_in(request: HttpRequest) -> list[tuple[str, str]]:
    """Label and text of each answer that came with a request, in the order of the page."""
    if request.method != "POST":
        return []
    asked = {name: question for question in questions() for name in inputs_of(question)}
    found: dict[str, str] = {}
    for name, values in request.POST.lists():
        question = asked.get(name)
        if name not in SILENT and any(values) and not is_declaration(question):
            label = question.label if question else ASKED_BESIDE.get(name, pretty_name(name))
            text = in_words(question, values)
            found[label] = f"{found[label]} {text}" if label in found else text
    return list(found.items())


def inputs_of(question: Question) -> list[str]:
    if question.kind == Kind.DATE:
        return [f"{question.name}_{part}" for part in PARTS_OF_A_DATE]
    return [question.name]


def is_declaration(question: Question | None) -> bool:
    return question is not None and question.kind == Kind.DECLARATION


def in_words(question: Question | None, values: list[str]) -> str:
    """Choices by their labels, one a line; everything else as it was typed."""
    labels: Mapping[str, str] = {}
    if question:
        labels = {option.value: option.label for option in question.options()}
    return "\n".join(labels.get(value, value) for value in values)


def to_send_again(request: HttpRequest) -> list[tuple[str, str]]:
    """Every input of the request but its form token, for hidden inputs."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name not in (FORM_TOKEN, AGAIN)
        for value in values
    ]
