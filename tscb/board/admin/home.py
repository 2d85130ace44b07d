"""The home page in the admin: its words, its parts and what staff put forward."""

from collections import Counter
from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import TextField
from django.forms import BaseInlineFormSet, ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tscb.board.admin.careful import OnlyRowsAdmin
from tscb.board.frontage.addresses import check_links
from tscb.board.frontage.highlights import check_public, title_of
from tscb.board.frontage.home import Section
from tscb.board.models import HomeHighlight, HomePage, HomeSection
from tscb.board.models.settings import ONLY_ROW
from tscb.common.publishing.admin.pasted import TIDIED, PastedText

SHORT: Any = TIDIED | {TextField: {"widget": PastedText(attrs={"rows": 3})}}


class SectionForm(ModelForm):
    def clean_text(self) -> str:
        check_links(self.cleaned_data["text"])
        return self.cleaned_data["text"]


class SectionFormSet(BaseInlineFormSet):
    def clean(self) -> None:
        """Each part once, but for texts."""
        super().clean()
        forms = self.initial_forms + self.extra_forms
        kinds = Counter(
            form.cleaned_data["kind"]
            for form in forms
            if form.cleaned_data.get("kind") and form not in self.deleted_forms
        )
        for kind, number in kinds.items():
            if number > 1 and kind != Section.TEXT:
                raise ValidationError(f"“{Section(kind).label}” is there twice: keep one of them.")


class SectionInline(admin.StackedInline):
    model = HomeSection
    form = SectionForm
    formset = SectionFormSet
    formfield_overrides = SHORT
    extra = 0
    fields = [("order", "kind", "count", "shown"), "heading", "text"]
    verbose_name_plural = (
        "parts, below “Worried about a child?”, which is always first and cannot be moved"
    )


class HighlightForm(ModelForm):
    def clean_address(self) -> str:
        return check_public(self.cleaned_data["address"])


class HighlightInline(admin.StackedInline):
    model = HomeHighlight
    form = HighlightForm
    extra = 1
    fields = [("order", "shows"), "address"]
    readonly_fields = ["shows"]

    @admin.display(description="shows")
    def shows(self, highlight: HomeHighlight) -> str:
        if not highlight.pk:
            return "–"
        return title_of(highlight.address) or "Nothing: it is not public any more"


class HomePageAdmin(OnlyRowsAdmin):
    inlines = [SectionInline, HighlightInline]
    formfield_overrides = SHORT

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """There is nothing to choose from: goes straight to the one row."""
        if self.has_view_permission(request) and HomePage.objects.exists():
            return HttpResponseRedirect(reverse("admin:board_homepage_change", args=[ONLY_ROW]))
        return super().changelist_view(request, extra_context)
