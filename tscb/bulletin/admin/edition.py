"""Composing and editing an edition. Every version is kept, and what has gone out is corrected in
the open.
"""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, QuerySet, TextField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html

from tscb.board.admin.careful import CarefulAdmin
from tscb.bulletin.admin.edition_forms import (
    EditionForm,
    NewEditionForm,
    SectionForm,
    SectionFormSet,
    first_words,
)
from tscb.bulletin.admin.going_out import GoingOutAdmin
from tscb.bulletin.admin.sending import SendingAdmin
from tscb.bulletin.editions import words
from tscb.bulletin.editions.composing import next_number, take
from tscb.bulletin.editions.news import since_the_last
from tscb.bulletin.editions.publishing import note_correction
from tscb.bulletin.models import Edition, EditionItem
from tscb.bulletin.models.edition_item import THINGS
from tscb.common.publishing.admin.pasted import TIDIED, PastedText
from tscb.common.publishing.content import snapshot
from tscb.common.publishing.history import HistoryEntry

WORDS: Any = TIDIED | {TextField: {"widget": PastedText(attrs={"rows": 5})}}
SETTLED = ("number", "month")  # once it was published: people know it by them


class SectionInline(admin.StackedInline):
    model = EditionItem
    form = SectionForm
    formset = SectionFormSet
    formfield_overrides = WORDS
    extra = 1
    fields = ["what", "order", "heading", "text", "link"]
    readonly_fields = ["what"]
    verbose_name_plural = "sections, in the order of their numbers"

    def get_queryset(self, request: HttpRequest) -> QuerySet[EditionItem]:
        public = EditionItem.objects.public().filter(pk=OuterRef("pk"))
        found = super().get_queryset(request).select_related(*THINGS)
        return found.annotate(is_shown=Exists(public))

    @admin.display(description="About")
    def what(self, section: EditionItem) -> str:
        label = section.get_about_display()
        if not section.pk or section.about not in THINGS:
            return label
        if not getattr(section, "is_shown", False):
            return f"{label} that is not public: this section is not shown"
        return format_html('{}: <a href="{}">{}</a>', label, section.address, section.thing)


class EditionAdmin(SendingAdmin, GoingOutAdmin, CarefulAdmin):
    change_form_template = "admin/edition_change_form.html"
    formfield_overrides = WORDS
    list_display = ["number", "title", "month_in_words", "state_in_words", "published_at"]
    list_display_links = ["number", "title"]
    list_filter = ["state"]
    search_fields = ["title", "introduction", "items__heading"]
    fields: ClassVar[Any] = ["number", "month", "title", "introduction"]

    @admin.display(description="month", ordering="month")
    def month_in_words(self, edition: Edition) -> str:
        return date_format(edition.month, "F Y")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields if obj else [*self.fields, "taken", "offered_at"]

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        self_form = EditionForm if obj else NewEditionForm
        return super().get_form(request, obj, change, **{"form": self_form, **kwargs})

    def get_inlines(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        return [SectionInline] if obj else []

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return first_words(next_number(), timezone.localdate().replace(day=1))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return list(SETTLED) if obj and obj.is_published else []

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.news_since = since_the_last()
        super().save_model(request, obj, form, change)

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        edition = form.instance
        if not change:
            told = form.cleaned_data
            take(edition=edition, taken=told["taken"], offered_at=told["offered_at"])
        super().save_related(request, form, formsets, change)
        if edition.is_published and form.before != snapshot(edition):
            note_correction(edition=edition)

    def response_add(self, request: Any, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        """On to its sections, which are to be read and perhaps written anew."""
        messages.success(request, "The edition is a draft. Read its sections, and preview it.")
        return HttpResponseRedirect(reverse("admin:bulletin_edition_change", args=[obj.pk]))

    def bring_back(self, request: HttpRequest, item: Any, version: HistoryEntry) -> None:
        item = item.refresh_locked()  # nobody publishes it between what is read here and written
        before = snapshot(item)
        if item.is_published:
            kept = {name: before["fields"][name] for name in SETTLED}
            written: Any = version.content
            version.content = {**written, "fields": {**written["fields"], **kept}}
        super().bring_back(request, item, version)
        if item.is_published and before != snapshot(item):
            self._corrected(Edition.objects.get(pk=item.pk))

    def _corrected(self, edition: Edition) -> None:
        sections = edition.items.select_related("review", "briefing", "event")
        if found := words.problems(edition, list(sections)):
            raise ValidationError(found)
        note_correction(edition=edition)

    def _restore(self, request: HttpRequest, item: Any, version: HistoryEntry) -> HttpResponse:
        try:
            return super()._restore(request, item, version)
        except ValidationError as refused:
            return self.refused(request, item, refused)

    def get_view_on_site_url(self, obj: Edition | None = None) -> str | None:
        return obj.get_absolute_url() if obj and obj.is_published else None

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What has gone out stays: people have it in their mailboxes."""
        return bool(obj and not obj.is_published) and super().has_delete_permission(request, obj)
