"""Saving in the admin: versions, changes of a public page that wait, and two editors at once.

Django's own page does the work, on rows that hold what the editor had opened. Where the public
sees the page, or the form has errors, the rows are put back as they were.

What stands apart, a page's documents, is saved in two steps: what is said about a document is text
like any other; its file is taken in at once and waits for a sign-off of its own.
"""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from tscb.common.publishing import actions, conflicts, content, history, proposals
from tscb.common.publishing.admin.buttons import what_can_be_done
from tscb.common.publishing.content import Content
from tscb.common.publishing.models import Status
from tscb.common.uploads.storage import nothing_left_on_failure

WAITS = (
    "The public goes on seeing the page as it was, until a second person has checked your change."
)
DRAFT_AGAIN = "It is a draft again: a second person has to check it before it is published."


class EditingAdmin(admin.ModelAdmin):
    """A subclass whose model has something `apart` says how its two steps are saved, and one that
    is published in another way what can be done and how a version is kept."""

    waits = WAITS
    save_words: Callable[..., None]
    save_files: Callable[..., list[str]]

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
            self.keep_new(request, item)
        return response

    def keep_new(self, request: Any, item: Any) -> None:
        after = content.snapshot(item)
        proposals.save_draft(item=item, before=None, after=after, by=request.user, event="Written")

    def can(self, item: Any, by: Any) -> dict[str, Any]:
        """What this person is offered below the form."""
        return what_can_be_done(item, by)

    def propose(self, **change: Any) -> None:
        proposals.propose(**change)

    def _open(self, request: HttpRequest, item: Any, extra: dict[str, Any]) -> HttpResponse:
        """The form, on the text as it will be with a change that waits."""
        context = {
            **extra,
            "opened": conflicts.token(item),
            "can": self.can(item, request.user),
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
            "can": self.can(item, request.user),
        }
        base, is_public = (conflict and conflict.base) or before, item.is_public
        with content.undone(unless=lambda: was_saved(request) and not is_public):
            if base != content.snapshot(item):
                content.apply(item, base)
            response = drawn(super().changeform_view(request, str(item.pk), "", context))
            after = content.snapshot(item)
        if was_saved(request):
            keep = self._keep_proposal if is_public else self.keep_draft
            keep(request, item, before, after)
        return response

    def _keep_proposal(self, request: Any, item: Any, before: Content, after: Content) -> None:
        found, events = before, self._save_apart(request)
        before, after = (content.with_what_is_there(item, one) for one in (before, after))
        if events:
            history.keep_found(item, found)
            history.record(item, "; ".join(events), by=request.user, content=before)
        self.propose(item=item, before=before, after=after, by=request.user, event="Changed")
        if before != after:
            messages.info(request, self.waits)

    def keep_draft(self, request: Any, item: Any, before: Content, after: Content) -> None:
        """A page that nobody sees yet needs a new check, also for another file."""
        files, was = self._save_apart(request), item.status
        words = [content.with_what_is_there(item, one) for one in (before, after)]
        event = "; ".join(files if words[0] == words[1] else ["Changed", *files])
        after = content.snapshot(item)
        proposals.save_draft(item=item, before=before, after=after, by=request.user, event=event)
        if files and before == after:
            history.record(item, event, by=request.user)
            actions.note_edit(item=item, by=request.user)
        if was != Status.DRAFT and item.refresh_locked().status == Status.DRAFT:
            messages.info(request, DRAFT_AGAIN)

    def _save_apart(self, request: Any) -> list[str]:
        """Takes the files in; gives a sentence for each."""
        return [one for formset in request.apart for one in self.save_files(request, formset)]

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        request.saved_item = form.instance
        request.apart = [one for one in formsets if change and self._stands_apart(one)]
        for formset in request.apart:
            formset.save(commit=False)  # so that Django can say what changed
            self.save_words(formset)
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
