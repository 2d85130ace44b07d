"""A form whose press counts once, however often it arrives."""

from uuid import UUID, uuid4

from django import forms

from tscb.common.forms import GovukForm


class PressForm(GovukForm):
    """`press`: of the page as it was shown; a page that lost it counts as a new one."""

    press = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_press(self) -> str:
        try:
            return str(UUID(self.cleaned_data["press"]))
        except ValueError:
            return str(uuid4())
