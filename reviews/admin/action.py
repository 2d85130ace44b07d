"""Tracking the actions of reviews: what is overdue, what shows that one is done, and the release of
words for the public by a second person."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest

from reviews import action_plan
from reviews.models import Action
from tscb.board.roles import signed_in
from tscb.common.publishing.admin.history import HistoryAdmin
from tscb.common.publishing.admin.pasted import TIDIED


class OverdueFilter(admin.SimpleListFilter):
    title = "what is due"
    parameter_name = "due"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("overdue", "Overdue"), ("open", "Not done yet")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        chosen = {"overdue": queryset.overdue, "open": queryset.open}.get(self.value() or "")
        return chosen() if chosen else queryset


class ActionForm(ModelForm):
    """Says beside the field what `action_plan.save` would refuse."""

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]  # Django's own step, after the fields
        if not self.errors:
            try:
                action_plan.check_words(self.instance)
            except ValidationError as wrong:
                self._update_errors(wrong)  # type: ignore[attr-defined]  # as Django's own step does


class ActionAdmin(HistoryAdmin):
    form = ActionForm
    list_display = ["text", "review", "agency", "due", "how_far", "waits_for_release"]
    list_filter = [OverdueFilter, "state", "agency"]
    list_select_related = ["review", "agency"]
    search_fields = ["text", "review__title"]
    autocomplete_fields = ["review"]
    actions = ["release"]
    formfield_overrides = TIDIED
    then = "It takes effect at once."

    @admin.display(description="How far")
    def how_far(self, action: Action) -> str:
        label = action.get_state_display()
        return f"{label}, overdue" if action.is_overdue else label

    @admin.display(description="Words for the public wait", boolean=True)
    def waits_for_release(self, action: Action) -> bool:
        return bool(action.public_evidence) and not action.released_by_id

    @admin.action(description="Release the words for the public (second person)")
    def release(self, request: HttpRequest, queryset: QuerySet[Action]) -> None:
        for action in queryset:
            try:
                action_plan.release(action=action, by=signed_in(request))
            except ValidationError as refused:
                messages.error(request, f"{action}: {refused.messages[0]}")
            else:
                messages.success(request, f"{action}: released.")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What is not done is “not going ahead”, with its reason."""
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        action_plan.save(action=obj, by=signed_in(request))

    def bring_back(self, request: HttpRequest, item: Any, version: Any) -> None:
        for name, value in version.content["fields"].items():
            field: Any = Action._meta.get_field(name)
            setattr(item, field.attname, field.to_python(value))
        action_plan.save(action=item, by=signed_in(request))
