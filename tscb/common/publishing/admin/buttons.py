"""The buttons below the form: each is one action of the table of moves, or of a proposal."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from tscb.common.publishing import actions, conflicts, history, preview, proposals
from tscb.common.publishing.forms import PublishingForm
from tscb.common.publishing.models import Publishable

# Each with what is said when it is done.
BUTTONS: dict[str, tuple[Callable[..., Any], str]] = {
    "check": (actions.check, "Checked: it may be published now"),
    "send_back": (actions.send_back, "Sent back: it is a draft again"),
    "archive": (actions.archive, "On request: its documents are no longer public"),
    "prolong": (actions.prolong, "Prolonged for another publication period"),
    "withdraw": (actions.withdraw, "Withdrawn: the public no longer sees it"),
    "take_up": (actions.take_up, "Taken up again as a draft"),
    "accept": (proposals.accept, "Change checked: the public sees it now"),
    "drop": (proposals.drop, "Change dropped; it stays in the history"),
    "end_link": (preview.end_link, "The preview link has ended"),
}


# With these a second person says that they have read what stands there.
READ = {"check", "accept"}


class PressedAdmin(admin.ModelAdmin):
    """A button an action, each at an address of its own; a subclass says which."""

    buttons: dict[str, tuple[Callable[..., Any], str]]

    def get_urls(self) -> list[Any]:
        pressed = (self._button(name, self.press, {"button": name}) for name in self.buttons)
        return [*pressed, *super().get_urls()]

    def _button(self, name: str, view: Any, extra: dict[str, str] | None = None) -> Any:
        view = self.admin_site.admin_view(require_POST(view))
        label = f"{self.opts.app_label}_{self.opts.model_name}_{name}"
        return path(f"<int:pk>/{name}/", view, extra or {}, name=label)

    @transaction.atomic
    def press(self, request: HttpRequest, pk: int, button: str) -> HttpResponse:
        item = self._allowed(request, pk).refresh_locked()
        action, words = self.buttons[button]
        try:
            if button in READ:
                conflicts.check_read(item, request.POST.get("opened", ""))
            action(item=item, by=request.user)
        except ValidationError as refusal:
            return self._refused(request, item, refusal.messages)
        return self._done(request, item, words)

    def _allowed(self, request: HttpRequest, pk: int) -> Any:
        item = get_object_or_404(self.model, pk=pk)
        if not self.has_change_permission(request, item):
            raise PermissionDenied
        return item

    def _refused(self, request: HttpRequest, item: Any, reasons: Any) -> HttpResponse:
        for reason in reasons:
            messages.error(request, reason)
        return self._back(item)

    def _done(self, request: HttpRequest, item: Any, what: str) -> HttpResponse:
        super().log_change(request, item, what)  # the action has written the history
        messages.success(request, f"“{item}”: {what}.")
        return self._back(item)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """What a page beside the form did, such as signing off a document, is in the history."""
        if isinstance(message, str):
            history.record(obj, message, by=request.user)
        return super().log_change(request, obj, message)

    def _back(self, item: Any) -> HttpResponse:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[item.pk]))


class ButtonsAdmin(PressedAdmin):
    """What can be published: the moves, the proposals, and the two that take something more."""

    buttons = BUTTONS

    def get_urls(self) -> list[Any]:
        return [
            self._button("publish", self.publish),
            self._button("make_link", self.make_link),
            *super().get_urls(),
        ]

    @transaction.atomic
    def publish(self, request: HttpRequest, pk: int) -> HttpResponse:
        item = self._allowed(request, pk)
        form = PublishingForm(request.POST)
        if not form.is_valid():
            return self._refused(request, item, form.errors["at"])
        try:
            item = actions.publish(item=item, by=request.user, at=form.cleaned_data["at"])
        except ValidationError as refusal:
            return self._refused(request, item, refusal.messages)
        return self._done(request, item, item.state_in_words)

    def make_link(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The address is shown once: whoever has it can read the page for 72 hours."""
        item = self._allowed(request, pk)
        at = request.build_absolute_uri(preview.make_link(item=item, by=request.user))
        messages.success(request, f"Preview link for somebody without an account, 72 hours: {at}")
        return self._back(item)


def what_can_be_done(item: Publishable, by: Any) -> dict[str, bool]:
    """For the template: which buttons this person is shown."""
    return {
        "check": actions.can_check(item, by),
        "publish": actions.can_publish(item),
        "archive": actions.can_archive(item),
        "prolong": actions.can_prolong(item),
        "withdraw": actions.can_move("withdraw", item.status),
        "take_up": actions.can_move("take_up", item.status),
        "send_back": actions.can_move("send_back", item.status),
        "accept": proposals.can_accept(item, by),
    }
