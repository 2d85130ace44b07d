"""The admin's forms: a page with a cover picture, and the time at which it is published."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from tscb.common.publishing.covers import keep_cover
from tscb.common.uploads.checks import check_image
from tscb.common.uploads.images import ImageSize, make_sizes


class PublishingForm(forms.Form):
    """When to publish: now, or at a time to come."""

    at = forms.DateTimeField(required=False, error_messages={"invalid": "Enter a date and a time."})

    def clean_at(self) -> datetime | None:
        at = self.cleaned_data["at"]
        if at and at <= timezone.now():
            raise ValidationError("That time has passed: choose one to come, or publish now.")
        return at


class CarefulForm(forms.ModelForm):
    """Refuses to write over what somebody else saved since this form was opened."""

    conflict = ""

    def clean(self) -> dict[str, Any] | None:
        data = super().clean()
        if self.conflict:
            self.add_error(None, self.conflict)
        return data


class CoveredForm(CarefulForm):
    new_cover = forms.FileField(
        required=False,
        label="Cover picture",
        validators=[check_image],
        help_text="A JPEG, PNG or WebP picture. Camera data in it is dropped.",
    )
    remove_cover = forms.BooleanField(required=False, label="Take the cover picture away")

    def clean_new_cover(self) -> list[ImageSize]:
        """The sizes that pages use; a picture they cannot be made of is an error of this field."""
        file = self.cleaned_data["new_cover"]
        return make_sizes(file) if file else []

    def clean(self) -> dict[str, Any] | None:
        data = super().clean()
        if self.cleaned_data.get("new_cover") and not self.cleaned_data.get("cover_alt"):
            raise ValidationError({"cover_alt": "Say what the cover picture shows."})
        return data

    def change_cover(self) -> None:
        """To be called once it is certain that the item will be saved: files are written here."""
        if self.cleaned_data["new_cover"]:
            keep_cover(self.instance, self.cleaned_data["new_cover"])
        elif self.cleaned_data["remove_cover"]:
            self.instance.cover_sizes = []
