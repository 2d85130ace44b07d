"""Kinds of event in the admin. They take effect at once; every version is kept."""

from typing import Any

from django.http import HttpRequest

from reviews.admin.vocabulary import TermAdmin


class EventKindAdmin(TermAdmin):
    list_display = ["name", "order", "months_kept", "feedback_weeks"]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """One by one only, and none that an event is of."""
        if obj is None or obj.events.exists():
            return False
        return super().has_delete_permission(request, obj)
