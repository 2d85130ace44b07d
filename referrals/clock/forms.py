"""What a coordinator types about the clock of one case."""

from django import forms
from django.utils.timezone import localdate

from referrals.clock.changing import ENTERED_BY_HAND
from referrals.models import ClockEvent
from tscb.common.forms import DateField, GovukForm, LongTextField, Radios

LONGEST_REASON = 1000


class DayForm(GovukForm):
    event = forms.ChoiceField(
        label="What happened",
        choices=[(event.value, event.label) for event in ENTERED_BY_HAND],
        widget=Radios(
            hints={
                ClockEvent.INCIDENT: "Needed for rules of a few boards only. This day is kept in "
                "clear, unlike what the referral says.",
            }
        ),
        error_messages={"required": "Choose what happened"},
    )
    day = DateField(label="On which day", subject="The day")


class MoveForm(GovukForm):
    day = DateField(label="New day", subject="The new day", earliest=lambda: localdate())
    reason = LongTextField(
        label="Why it is moved",
        max_length=LONGEST_REASON,
        help_text="Everybody who may see this case can read it.",
        error_messages={"required": "Enter why it is moved"},
    )
