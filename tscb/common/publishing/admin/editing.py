"""Saving in the admin: versions, changes of a public page that wait, and two editors at once.

Django's own page does the work, on rows that hold what the editor had opened. Where the public
sees the page, or the form has errors, the rows are put back as they were.
"""

from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from tscb.common.publishing import actions, conflicts, content, history, proposals
from tscb.common.publishing.admin.buttons import what_can_be_done
from tscb.common.publishing.models import Publishable, Status
from tscb.common.uploads.storage import nothing_left_on_failure

WAITS = (
    "The public goes on seeing the page as it was, until a second person has checked your change."
)
DRAFT_AGAIN = "It is a draft again: a second person has to check it before it is published."


class EditingAdmin(admin.ModelAdmin):
    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        item = self.get_object(request, object_id) if object_id else None
        with nothing_left_on_failure():
            if item is None or not self.has_change_permission(request, item):
                return self._new(request, object_id, form_url, extra_context)
            step = self._save if request.method == "POST" else self._open
            return step(request, item, extra_context or {})

    @transaction.atomic
    def _new(self, request: HttpRequest, *rest: Any) -> HttpResponse:
        response = super().changeform_view(request, *rest)
        item = getattr(request, "saved_item", None)
        if item:
            after = content.snapshot(item)
            proposals.save_draft(
                item=item, before=None, after=after, by=request.user, event="Written"
            )
        return response

    def _open(self, request: HttpRequest, item: Any, extra: dict[str, Any]) -> HttpResponse:
        """The form, on the text as it will be with a change that waits."""
        context = {
            **extra,
            "opened": conflicts.token(item),
            "can": what_can_be_done(item, request.user),
        }
        with content.undone():
            proposals.show_working_content(item)
            return drawn(super().changeform_view(request, str(item.pk), "", context))

    @transaction.atomic
    def _save(self, request: Any, item: Any, extra: dict[str, Any]) -> HttpResponse:
        item = item.refresh_locked()
        before, opened = proposals.working_content(item), request.POST.get("opened", "")
        conflict = conflicts.find(item, opened)
        if conflict and request.POST.get("save_mine") != conflict.now:
            request.conflict = conflict
        context = {
            **extra,
            "opened": opened or conflicts.token(item),
            "conflict": getattr(request, "conflict", None),
            "can": what_can_be_done(item, request.user),
        }
        base, is_public = (conflict and conflict.base) or before, item.is_public
        with content.undone(unless=lambda: was_saved(request) and not is_public):
            if base != content.snapshot(item):
                content.apply(item, base)
            response = drawn(super().changeform_view(request, str(item.pk), "", context))
            after = content.snapshot(item)
        if was_saved(request):
            keep = proposals.propose if is_public else proposals.save_draft
            keep(item=item, before=before, after=after, by=request.user, event="Changed")
            self._finish(request, item, is_public and before != after)
        return response

    def _finish(self, request: Any, item: Publishable, is_proposal: bool) -> None:
        was, item = item.status, item.refresh_locked()
        if is_proposal:
            messages.info(request, WAITS)
        for formset in request.apart:
            self._save_apart(request, item, formset)
        if was != Status.DRAFT and item.refresh_locked().status == Status.DRAFT:
            messages.info(request, DRAFT_AGAIN)

    def _save_apart(self, request: Any, item: Publishable, formset: Any) -> None:
        """Documents are no part of the text: they are saved at once and wait for their own
        sign-off. A page that nobody sees yet needs a new check with them."""
        events = document_events(formset)
        self.save_formset(request, request.form, formset, True)
        for event in events:
            history.record(item, event, by=request.user)
        if events and not item.is_public:
            actions.note_edit(item=item, by=request.user)

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        request.saved_item, request.form = form.instance, form
        request.apart = [one for one in formsets if change and self._stands_apart(one)]
        for formset in request.apart:
            formset.save(commit=False)  # so that Django can say what changed
        here = [one for one in formsets if one not in request.apart]
        super().save_related(request, form, here, change)

    def _stands_apart(self, formset: Any) -> bool:
        relation = formset.fk.remote_field.get_accessor_name()
        return relation in self.model.apart

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Django gets here when the whole page is in order, documents and all."""
        form.change_cover()
        super().save_model(request, obj, form, change)

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        conflict = getattr(request, "conflict", None)
        form.conflict = conflict.sentence if conflict else ""
        return form


def was_saved(request: HttpRequest) -> bool:
    return getattr(request, "saved_item", None) is not None


def drawn(response: Any) -> Any:
    """Drawn now, while the rows hold what it shows."""
    if hasattr(response, "render") and not response.is_rendered:
        response.render()
    return response


def document_events(formset: Any) -> list[str]:
    """One sentence for each row that was added, changed or removed."""
    name = formset.model._meta.verbose_name.capitalize()
    added = [f"{name} “{one}” added" for one in formset.new_objects]
    removed = [f"{name} “{one}” removed" for one in formset.deleted_objects]
    changed = [
        f"{name} “{one.instance}”: {_changes(one)}"
        for one in formset.initial_forms
        if one.has_changed() and one not in formset.deleted_forms
    ]
    return [*added, *changed, *removed]


def _changes(form: Any) -> str:
    return "; ".join(
        "file replaced"
        if name == "original"
        else f"{name} changed from “{form.initial.get(name)}” to “{form.cleaned_data[name]}”"
        for name in form.changed_data
    )
