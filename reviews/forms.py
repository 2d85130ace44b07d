"""What a visitor may ask of the list of case reviews."""

from typing import Any, cast

from django import forms

from reviews.models import ReviewType


class ListFilter(forms.Form):
    """Search words, type and year. What is unknown is told, and left out of the question."""

    q = forms.CharField(
        required=False,
        max_length=200,
        label="Search",
        widget=forms.TextInput({"class": "govuk-input", "type": "search"}),
    )
    type = forms.ChoiceField(
        required=False, label="Type of review", widget=forms.Select({"class": "govuk-select"})
    )
    year = forms.ChoiceField(
        required=False, label="Year published", widget=forms.Select({"class": "govuk-select"})
    )

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        types = ReviewType.objects.values_list("slug", "name")
        self._offer("type", [("", "All types"), *types])
        self._offer("year", [("", "All years"), *((str(year), str(year)) for year in years)])
        for field in self.fields.values():
            field.error_messages["invalid_choice"] = (
                f"“%(value)s” is no {str(field.label).lower()} we have; all are shown."
            )

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = choices

    @property
    def narrows(self) -> bool:
        """Whether anything at all was asked for."""
        return any(self.cleaned_data.values())

    @property
    def sentences(self) -> list[str]:
        """What was wrong with the question, for the visitor."""
        return [str(sentence) for errors in self.errors.values() for sentence in errors]

    def narrowed(self, reviews: Any) -> Any:
        """The reviews that answer the question."""
        self.is_valid()
        asked = self.cleaned_data
        if asked.get("q"):
            reviews = reviews.search(asked["q"])
        if asked.get("type"):
            reviews = reviews.filter(review_type__slug=asked["type"])
        if asked.get("year"):
            reviews = reviews.filter(published_at__year=asked["year"])
        return reviews
