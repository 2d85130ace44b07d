"""What somebody typed into a page of the form, read from the request that brought it."""

from django.http import HttpRequest

from referrals.description.pages import questions
from referrals.filling import typed
from referrals.filling.typed import AGAIN, to_send_again
from referrals.form.whose_page import FIELD as MADE_FOR
from tscb.common.honeypot import FIELD as HONEYPOT

__all__ = ["AGAIN", "to_send_again", "typed_in"]

# What a page sends along that nobody typed.
SILENT = typed.SILENT | {MADE_FOR, HONEYPOT, "start_key", "remove"}
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
    return typed.typed_in(request, questions(), ASKED_BESIDE, SILENT)
