"""What the site would say at another moment: by the same facts and the same rule as every page."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from tscb.board.calling.opening import Advice
from tscb.board.reading import read_facts
from tscb.board.site import advice_on


class MomentForm(forms.Form):
    """From now on: closures that are past are read no more."""

    day = forms.DateField(
        label="Day", widget=forms.DateInput(attrs={"type": "date"}), initial=timezone.localdate
    )
    time = forms.TimeField(label="Time", widget=forms.TimeInput(attrs={"type": "time"}))

    def clean_day(self) -> Any:
        day = self.cleaned_data["day"]
        if day < timezone.localdate():
            raise forms.ValidationError("That day is past: choose today or a day to come.")
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            chosen = datetime.combine(cleaned["day"], cleaned["time"])
            cleaned["at"] = timezone.make_aware(chosen)
        return cleaned


def advice_at(moment: datetime) -> Advice:
    return advice_on(read_facts(), moment)
