"""The two forms for a referral that was sent: what to add, and why it is withdrawn."""

from referrals.filling.fields import LONGEST_TEXT, TextField
from referrals.filling.pressing import PressForm
from tscb.common.forms import GovukForm

LONGEST_REASON = 2_000


class AdditionForm(PressForm):
    text = TextField(
        label="What do you want to add?",
        help_text="The panel reads it beneath the referral, with the time. Once added it cannot "
        "be changed: if something is wrong, add what is right.",
        max_length=LONGEST_TEXT,
        error_messages={"required": "Write what you want to add"},
    )


class QuestionForm(PressForm):
    text = TextField(
        label="Your answer",
        help_text="The panel reads it beneath its question. Once sent it cannot be changed; you "
        "can still add information.",
        max_length=LONGEST_TEXT,
        error_messages={"required": "Write your answer"},
    )


class WithdrawalForm(GovukForm):
    reason = TextField(
        label="Why do you withdraw the referral?",
        help_text="The panel reads your reason together with the referral.",
        max_length=LONGEST_REASON,
        error_messages={"required": "Say why you withdraw the referral"},
    )
