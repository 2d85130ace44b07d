"""The form for a note."""

from uuid import UUID, uuid4

from django import forms

from tscb.common.forms import GovukForm, LongTextField

LONGEST_NOTE = 10_000


class NoteForm(GovukForm):
    text = LongTextField(
        label="Write a note",
        help_text="The panel sees it with your name and the time. It cannot be changed or taken "
        "away: if something is wrong, correct it with another note.",
        max_length=LONGEST_NOTE,
        error_messages={"required": "Write the note"},
    )
    press = forms.CharField(widget=forms.HiddenInput, required=False)
    corrects = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)

    def clean_press(self) -> str:
        """Of the page as it was shown; a page that lost it counts as a new one."""
        try:
            return str(UUID(self.cleaned_data["press"]))
        except ValueError:
            return str(uuid4())
