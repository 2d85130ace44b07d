"""A long answer with a limit that is counted as people count: in characters or words typed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError


class LongTextField(forms.CharField):
    """`max_length` or `max_words` is checked here and counted on the page; the browser never cuts
    a pasted text short, because what is cut would be lost unseen."""

    widget = forms.Textarea(attrs={"rows": 8})

    def __init__(self, *, max_words: int | None = None, **kwargs: Any) -> None:
        self.max_words = max_words
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str | None:
        # Browsers send each line end as two characters, but show and count it as one.
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text

    def validate(self, value: str | None) -> None:
        super().validate(value)
        words = len((value or "").split())
        if self.max_words and words > self.max_words:
            message = f"Use {self.max_words:,} words or fewer. You have used {words:,}."
            raise ValidationError(message, "max_words")
