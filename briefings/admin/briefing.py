"""Writing a 7 minute briefing. Publishing and documents are the case reviews' mechanism."""

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from briefings.admin.form import NUMBERS, BriefingForm
from briefings.admin.parts import BriefingDocumentInline, QuestionInline, ResourceInline
from briefings.admin.side_by_side import SideBySideAdmin
from briefings.length import MINUTES, TOO_LONG, WORDS_A_MINUTE, Length, length_of_briefing
from briefings.models import Briefing, Variant
from briefings.printing import fit_in_words
from briefings.sheet import pages_of
from briefings.views import show

HOW_TO_WRITE = (
    "An empty line begins a new paragraph. A line that begins with <kbd>-</kbd> is an item of a "
    "list. <kbd>**two stars**</kbd> make <strong>bold</strong>. "
    "<kbd>[words](https://…)</kbd> make a link. Nothing else is formatted, so that it prints well. "
    "What you paste from Word is tidied when you save."
)


class BriefingAdmin(SideBySideAdmin):
    show = staticmethod(show)
    form = BriefingForm
    change_form_template = "admin/briefing_change_form.html"
    inlines = [QuestionInline, ResourceInline, BriefingDocumentInline]
    list_display = ["title", "variant", "state_in_words", "published_at", "needs_completing"]
    list_filter = ["status", "variant", "needs_completing"]
    filter_horizontal = ["themes", "agencies", "reviews"]
    readonly_fields = ["state_in_words", "published_at", "length"]
    fieldsets: ClassVar[Any] = [
        (None, {"fields": ["state_in_words", "published_at", "title", "slug", "variant"]}),
        ("In short", {"fields": ["overview"]}),
        ("The seven sections", {"description": HOW_TO_WRITE, "fields": ["use_usual", "length"]}),
        *(
            (f"Section {number}", {"fields": [f"heading_{number}", f"text_{number}"]})
            for number in NUMBERS
        ),
        ("Belongs to", {"fields": ["themes", "agencies", "reviews"]}),
        ("Cover picture", {"fields": ["new_cover", "cover_alt", "remove_cover"]}),
    ]

    @admin.display(description="Length of the whole")
    def length(self, briefing: Briefing) -> SafeString:
        """As it was saved; the page's script goes on counting from there."""
        length = length_of_briefing(briefing) if briefing.pk else Length(0)
        return format_html(
            '<span class="board-length" data-a-minute="{}" data-minutes="{}">{}</span> '
            '<strong class="board-too-long" role="status" data-words="{}">{}</strong> '
            '<span class="board-fit">{}</span>',
            WORDS_A_MINUTE,
            MINUTES,
            f"{length} to read aloud.",
            TOO_LONG,
            TOO_LONG if length.is_too_long else "",
            fit_in_words(pages_of(briefing)) if briefing.pk else "",
        )

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *rest: Any, **kwargs: Any
    ) -> HttpResponse:
        form = context["adminform"].form
        if "variant" in form.fields:  # else somebody may only look
            kind = form["variant"].value()
            context |= {"usual": form.headings, "kinds": Variant, "kind": kind}
        return super().render_change_form(request, context, *rest, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        form.save_sections()
        form.instance.note_completeness()
