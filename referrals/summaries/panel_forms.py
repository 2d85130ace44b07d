"""The coordinator's forms about one request, and about a question to the referrer."""

from django import forms
from django.utils import timezone

from referrals.filling.fields import TextField
from referrals.summaries.forms import EMAIL
from tscb.board.calling.phone import check_number
from tscb.common.forms import DateField, GovukForm

LONGEST_REASON = 2_000
LONGEST_QUESTION = 4_000


def reason(label: str, missing: str) -> TextField:
    return TextField(
        label=label,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": missing},
    )


class ExtendForm(GovukForm):
    due_on = DateField(label="Until which day?", subject="The new day", earliest=timezone.localdate)
    why = reason("Why do they need more time?", "Say why they need more time")


class WithdrawForm(GovukForm):
    why = reason("Why is this no longer asked?", "Say why this is no longer asked")


class WriteToForm(GovukForm):
    """The link is sent again, to the same mailbox or to another."""

    email = forms.EmailField(label="Mailbox", error_messages=EMAIL)
    phone = forms.CharField(
        label="Telephone number",
        max_length=40,
        required=False,
        validators=[check_number],
        widget=forms.TextInput(attrs={"type": "tel"}),
    )


class QuestionForm(GovukForm):
    text = TextField(
        label="What do you ask the referrer?",
        help_text="They get an email that says nothing of it, and read the question behind their "
        "own link.",
        max_length=LONGEST_QUESTION,
        error_messages={"required": "Write your question"},
    )
