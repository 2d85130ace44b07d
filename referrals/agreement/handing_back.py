"""What somebody typed into an answer that cannot be kept: it is handed back to be copied."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from referrals.agreement.forms import AnswerForm
from tscb.common.web import keep_private

ANSWER = "agreement:answer"
WORDS = {name: str(AnswerForm.base_fields[name].label) for name in ("comment", "reason")}


def words_in(request: HttpRequest) -> list[tuple[str, str]]:
    """Label and text of what came with this request."""
    typed = [(label, request.POST.get(name, "")) for name, label in WORDS.items()]
    return [(label, text) for label, text in typed if text]


def words_typed(request: HttpRequest) -> bool:
    """Whether this is an answer with words in it."""
    at = request.resolver_match
    return at is not None and at.view_name == ANSWER and bool(words_in(request))


def answer_expired(request: HttpRequest) -> HttpResponse:
    """The browser was closed and has forgotten its token, and with it the proof of the mailbox.

    Nothing is looked up: the page shows what came with the request, and leads to a new code.
    """
    at = request.resolver_match
    context = {"typed": words_in(request), "token": at.kwargs["token"] if at else ""}
    response = render(request, "referrals/agreement/too_late.html", context, status=403)
    keep_private(response)
    return response
