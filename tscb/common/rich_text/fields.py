"""The model field for such a text, and the editor that it gets in a form."""

from typing import Any

from django import forms
from django.db import models
from django.forms.widgets import Script
from django.urls import reverse

from tscb.common.rich_text.cleaning import cleaned
from tscb.common.rich_text.words import in_words


class RichTextWidget(forms.Textarea):
    """`places` are offered for a link, each with `address` and `title`; `pictures`, which say
    besides what they show (`alternative_text`), for a picture."""

    template_name = "rich_text/widget.html"

    def __init__(self, attrs: Any = None) -> None:
        super().__init__({"rows": 24, "cols": 80, **(attrs or {})})
        self.places: list[Any] = []
        self.pictures: list[Any] = []

    class Media:
        css = {"all": ["css/rich-text.css"]}
        js = [Script("js/rich-text.js", type="module")]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        more = {"tidied": reverse("tidied"), "places": self.places, "pictures": self.pictures}
        return super().get_context(name, value, attrs) | more

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        """Cleaned before any check looks at it: a form that comes back shows what will be kept."""
        typed = super().value_from_datadict(data, files, name)
        return typed and cleaned(typed)


class RichTextField(models.TextField):
    """Holds sanitised HTML, whichever way it is saved through the model."""

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        text = super().pre_save(model_instance, add)
        if text:
            text = cleaned(text)
            setattr(model_instance, self.attname, text)
        return text

    def formfield(self, **kwargs: Any) -> Any:
        """With the editor, in the admin, too: it would put its own plain text area there."""
        return super().formfield(**{**kwargs, "widget": RichTextWidget})

    @staticmethod
    def in_words(text: str) -> str:
        """For comparing versions: differences.py asks fields for it."""
        return in_words(text)
