"""What somebody typed, read from the request that brought it: to be shown and to be sent again.

Nothing here looks at what is kept: it serves where nothing can be found, or can be written to.
"""

from collections.abc import Iterable, Mapping

from django.forms.utils import pretty_name
from django.http import HttpRequest

from referrals.description.elements import Kind, Question
from referrals.filling.tabs import FIELD as SEEN

FORM_TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of an input
AGAIN = "sent_again"
# What a page sends along that nobody typed.
SILENT = frozenset({FORM_TOKEN, AGAIN, SEEN, "later", "press"})
PARTS_OF_A_DATE = ("day", "month", "year")


def typed_in(
    request: HttpRequest,
    questions: Iterable[Question],
    beside: Mapping[str, str],
    silent: frozenset[str] = SILENT,
) -> list[tuple[str, str]]:
    """Label and text of each answer that came with a request, in the order of the page.

    `beside`: labels of what pages ask beside the questions.
    """
    if request.method != "POST":
        return []
    asked = {name: question for question in questions for name in inputs_of(question)}
    found: dict[str, str] = {}
    for name, values in request.POST.lists():
        question = asked.get(name)
        if name not in silent and any(values) and not is_declaration(question):
            label = question.label if question else beside.get(name, pretty_name(name))
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
