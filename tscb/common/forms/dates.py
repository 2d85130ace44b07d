"""A date asked in three text inputs, with messages that name the part to put right."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.timezone import localdate

from tscb.common.forms.date_reading import PARTS, Unreadable, read
from tscb.common.forms.wording import in_sentence

DAY = "j F Y"
Bound = date | Callable[[], date] | None


class DateParts(forms.MultiWidget):
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(dict.fromkeys(PARTS, forms.TextInput), attrs)

    def decompress(self, value: date | str | None) -> list[Any]:
        """Takes a date, or the text in which a draft keeps one."""
        if isinstance(value, str) and value:
            value = date.fromisoformat(value)
        return [value.day, value.month, value.year] if value else ["", "", ""]


class DateField(forms.Field):
    """`subject` begins the messages ("The date of the incident"); the label does if it is no
    question. `earliest` and `latest` are dates or functions that give one."""

    widget = DateParts

    def __init__(
        self, *, subject: str = "", earliest: Bound = None, latest: Bound = None, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.earliest, self.latest = earliest, latest
        label = str(self.label or "")
        self.subject = subject or ("The date" if not label or label.endswith("?") else label)
        if "required" not in (kwargs.get("error_messages") or {}):
            self.error_messages["required"] = f"Enter {in_sentence(self.subject)}"

    def to_python(self, value: Any) -> date | None:
        parts = typed_parts(value)
        if not any(parts):
            return None
        try:
            return read(parts)
        except Unreadable as unreadable:
            raise ValidationError(f"{self.subject} {unreadable}", "invalid") from unreadable

    def validate(self, value: date | None) -> None:
        super().validate(value)
        earliest, latest = _bound(self.earliest), _bound(self.latest)
        if value and earliest and value < earliest:
            raise ValidationError(f"{self.subject} must be {_beyond(earliest, 'later')}", "early")
        if value and latest and value > latest:
            raise ValidationError(f"{self.subject} must be {_beyond(latest, 'earlier')}", "late")

    def wrong_parts(self, value: Any) -> tuple[str, ...]:
        """Which inputs an error of this field is about: all three if each is right by itself."""
        try:
            read(typed_parts(value))
        except Unreadable as unreadable:
            return unreadable.parts
        return PARTS


def typed_parts(value: Any) -> list[str]:
    parts = value if isinstance(value, list | tuple) else DateParts().decompress(value)
    return [str(part or "").strip() for part in parts]


def _bound(bound: Bound) -> date | None:
    return bound() if callable(bound) else bound


def _beyond(day: date, direction: str) -> str:
    """The end of "must be …", so that it reads as people say it."""
    return (
        f"today or {direction}" if day == localdate() else f"{date_format(day, DAY)} or {direction}"
    )
