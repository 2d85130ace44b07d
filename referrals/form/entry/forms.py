"""How a referral came, when, and who took it."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from referrals.form.entry.actions import check_came_at
from referrals.models.staff_entry import CameBy
from tscb.common.forms import DateField, GovukForm, Radios


class EntryForm(GovukForm):
    came_by = forms.ChoiceField(
        label="How did it come?",
        choices=[(way.value, way.label[:1].upper() + way.label[1:]) for way in CameBy],
        widget=Radios,
        error_messages={"required": "Say how it came"},
    )
    day = DateField(
        label="Day it came",
        subject="The day it came",
        help_text="For a letter, the day it reached the board.",
        latest=timezone.localdate,
    )
    time = forms.TimeField(
        label="Time it came",
        help_text="For example 9:30 or 14:05. The deadlines count from here.",
        input_formats=["%H:%M", "%H.%M", "%H%M"],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Enter the time it came",
            "invalid": "Enter a time of the day, like 9:30 or 14:05",
        },
    )
    taken_by = forms.CharField(
        label="Who took the call or opened the letter?",
        max_length=100,
        error_messages={"required": "Enter who took the call or opened the letter"},
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("day") and given.get("time"):
            moment = timezone.make_aware(datetime.combine(given["day"], given["time"]))
            given["came_at"] = moment
            self._check(moment)
        return given

    def _check(self, moment: datetime) -> None:
        try:
            check_came_at(moment)
        except forms.ValidationError as wrong:
            self.add_error("time", wrong)
