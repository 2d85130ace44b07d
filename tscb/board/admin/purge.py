"""Taking words out of the history, in the admin: asking for it, and what the second decides."""

from typing import Any

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from tscb.board import purges
from tscb.board.roles import signed_in
from tscb.common.publishing import purging
from tscb.common.publishing.purge import LONGEST_WHY, Purge

ENDINGS = {"carry_out": purges.carry_out, "drop": purges.drop}


class PurgeForm(forms.ModelForm):
    """Filled in from the page of a history, which names itself in the address."""

    kind = forms.CharField(widget=forms.HiddenInput)
    object_id = forms.IntegerField(widget=forms.HiddenInput)
    # Not the model's own: what is encrypted is of no form.
    text = forms.CharField(
        label="Words that have to go",
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        help_text="Each on its own line, in every spelling. They are kept, encrypted, only until "
        "a second person has decided.",
    )
    why = forms.CharField(
        label="Why they have to go",
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="This stays in the history. Do not repeat the words.",
    )

    class Meta:
        model = Purge
        fields: list[str] = []

    def clean(self) -> dict[str, Any]:
        """Checks everything that asking does; nothing is kept before `save_form`."""
        cleaned = super().clean() or {}
        if not self.errors:
            known = {model._meta.label_lower for model in apps.get_models()}
            if cleaned["kind"] not in known:
                raise ValidationError("Begin at the history of the page that is meant.")
            purging.check_askable(cleaned["text"], " ".join(cleaned["why"].split()))
            purging.check_found(cleaned["kind"], cleaned["object_id"], cleaned["text"])
        return cleaned


class PurgeAdmin(admin.ModelAdmin):
    form = PurgeForm
    change_form_template = "admin/purge_change_form.html"
    list_display = ["__str__", "state", "asked_by", "asked_at", "ended_by", "replaced"]
    list_filter = ["state"]
    list_select_related = ["asked_by", "ended_by"]
    shown = ["state", "why", "asked_by", "asked_at", "ended_by", "ended_at", "replaced"]

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(require_POST(self.end))
        ends = [
            path(f"<int:pk>/{act}/", view, {"act": act}, name=f"common_purge_{act}")
            for act in ENDINGS
        ]
        return [*ends, *super().get_urls()]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.shown if obj else ["text", "why", "kind", "object_id"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return self.shown if obj else []

    def has_module_permission(self, request: HttpRequest) -> bool:
        return purges.can_take_part(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return purges.can_take_part(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """From a history alone, which says what is meant."""
        return purges.can_take_part(request.user) and bool(
            request.GET.get("kind") or request.POST.get("kind")
        )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Purge:
        given = form.cleaned_data
        return purging.ask(
            kind=given["kind"],
            object_id=given["object_id"],
            words=given["text"],
            why=given["why"],
            by=signed_in(request),
        )

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """It is kept already."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Nothing belongs to it."""

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        purge = self.get_object(request, object_id)
        shown = {"purge": purge, **self._decision(request, purge)} if purge else {}
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), **shown})

    def _decision(self, request: HttpRequest, purge: Purge) -> dict[str, Any]:
        """What the second person has to see besides the words."""
        if purge.state != Purge.State.OPEN:
            return {}
        by = signed_in(request)
        return {"places": purging.places(purge), "refusal": purges.refusal(purge, by)}

    def end(self, request: HttpRequest, pk: int, act: str) -> HttpResponse:
        purge = get_object_or_404(Purge, pk=pk)
        if not purges.can_take_part(request.user):
            raise PermissionDenied
        try:
            ended = ENDINGS[act](purge=purge, by=signed_in(request))
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        else:
            words = f"{ended.get_state_display()}. Places replaced: {ended.replaced}."
            messages.success(request, words)
        return HttpResponseRedirect(reverse("admin:common_purge_change", args=[pk]))
