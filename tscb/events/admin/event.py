"""Writing a learning event, publishing and cancelling it. Every version is kept."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet, URLField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from tscb.board.roles import signed_in
from tscb.common.publishing import content
from tscb.common.publishing.admin import RecordedAdmin
from tscb.common.publishing.admin.pasted import TIDIED
from tscb.common.publishing.history import HistoryEntry
from tscb.events import publishing
from tscb.events.admin.form import EventForm
from tscb.events.admin.people import PeopleAdmin
from tscb.events.changes import follow, where_and_when
from tscb.events.models import EventSession, LearningEvent
from tscb.events.views import show

ACTS: dict[str, tuple[Callable[..., Any], str]] = {
    "publish": (publishing.publish, "Published: everybody who may see it sees it now"),
    "cancel": (publishing.cancel, "Cancelled: its page says so"),
}


SETTLED = ("slug", "is_restricted")  # once it was published


class SessionInline(admin.TabularInline):
    model = EventSession
    min_num = 1
    extra = 0
    validate_min = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was erased stays over: a new date would never be deleted again."""
        return not _is_erased(obj) and super().has_add_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not _is_erased(obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not _is_erased(obj) and super().has_delete_permission(request, obj)


def _is_erased(event: LearningEvent | None) -> bool:
    return bool(event and event.bookings_deleted_at and event.published_at)


class LearningEventAdmin(PeopleAdmin, RecordedAdmin):
    form = EventForm
    change_form_template = "admin/learning_event_change_form.html"
    inlines = [SessionInline]
    formfield_overrides = TIDIED | {URLField: {"assume_scheme": "https"}}
    list_display = ["title", "kind", "starts_at", "how_it_stands", "is_restricted"]
    list_filter = ["state", "kind", "is_restricted"]
    list_select_related = ["kind"]
    search_fields = ["title", "slug"]
    filter_horizontal = ["themes", "agencies", "reviews", "briefings"]
    date_hierarchy = "starts_at"
    fieldsets: ClassVar[Any] = [
        (None, {"fields": ["kind", "title", "slug", "summary", "description", "is_restricted"]}),
        ("Where", {"fields": ["place", "is_online", "online_link"]}),
        ("For whom", {"fields": ["audience", "agencies"]}),
        ("What it is about", {"fields": ["themes", "reviews", "briefings"]}),
        (
            "Booking",
            {
                "fields": [
                    "places",
                    "has_waiting_list",
                    "booking_opens_at",
                    "booking_closes_at",
                    "asks_access_needs",
                    "contact",
                ]
            },
        ),
    ]

    @admin.display(description="State")
    def how_it_stands(self, event: LearningEvent) -> str:
        return event.state_in_words

    def get_prepopulated_fields(
        self, request: HttpRequest, obj: LearningEvent | None = None
    ) -> dict[str, Sequence[str]]:
        return {} if obj else {"slug": ["title"]}

    def get_readonly_fields(
        self, request: HttpRequest, obj: LearningEvent | None = None
    ) -> list[str]:
        """The address stays once people know it; who may see it does, too."""
        return list(SETTLED) if obj and obj.published_at else []

    def get_urls(self) -> list[Any]:
        acts = [
            path(
                f"<int:pk>/{act}/", self._for_staff(require_POST(self.act)), {"act": act}, name=name
            )
            for act in ACTS
            for name in [f"events_learningevent_{act}"]
        ]
        preview = path(
            "<int:pk>/preview/",
            self._for_staff(self.preview),
            name="events_learningevent_preview",
        )
        return [*acts, preview, *super().get_urls()]

    def _for_staff(self, view: Any) -> Any:
        return self.admin_site.admin_view(view)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change:
            obj.keep_standing()
        form.stood = where_and_when(obj.pk) if change else None
        super().save_model(request, obj, form, change)

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        """When it starts follows from its dates; who is booked learns of another."""
        super().save_related(request, form, formsets, change)
        form.instance.note_completeness()
        if form.stood:
            follow(form.instance.pk, form.stood)

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, form_url: str = "", extra: Any = None
    ) -> HttpResponse:
        event = self.get_object(request, object_id) if object_id else None
        can = {
            "publish": bool(event and publishing.can_publish(event)),
            "cancel": bool(event and publishing.can_cancel(event)),
        }
        return super().changeform_view(request, object_id, form_url, {**(extra or {}), "can": can})

    def bring_back(self, request: HttpRequest, item: Any, version: HistoryEntry) -> None:
        """What people know by its address keeps it, and who may see it."""
        item.keep_standing()
        written: Any = version.content
        if item.published_at:
            kept = {name: getattr(item, name) for name in SETTLED}
            version.content = {**written, "fields": {**written["fields"], **kept}}
        if _is_erased(item):
            version.content = {**version.content, "parts": content.snapshot(item)["parts"]}
        stood = where_and_when(item.pk)
        super().bring_back(request, item, version)
        follow(item.pk, stood)

    def act(self, request: HttpRequest, pk: int, act: str) -> HttpResponse:
        event = self.allowed(request, pk)
        action, words = ACTS[act]
        try:
            action(event=event, by=signed_in(request))
        except ValidationError as refused:
            for sentence in refused.messages:
                messages.error(request, sentence)
        else:
            messages.success(request, f"{words}.")
        return HttpResponseRedirect(reverse("admin:events_learningevent_change", args=[pk]))

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        with content.undone():
            return show(request, self.allowed(request, pk), is_preview=True)

    def allowed(self, request: HttpRequest, pk: int) -> LearningEvent:
        event = get_object_or_404(LearningEvent.objects.select_related("kind"), pk=pk)
        if not self.has_change_permission(request, event):
            raise PermissionDenied
        return event

    def get_view_on_site_url(self, obj: LearningEvent | None = None) -> str | None:
        """Only of what is there to be seen; for all else there is the preview."""
        if obj is None or not LearningEvent.objects.published().filter(pk=obj.pk).exists():
            return None
        return obj.get_absolute_url()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was public once is cancelled, never deleted."""
        return bool(obj and not obj.published_at) and super().has_delete_permission(request, obj)

    def get_queryset(self, request: HttpRequest) -> QuerySet[LearningEvent]:
        return super().get_queryset(request).select_related("kind")
