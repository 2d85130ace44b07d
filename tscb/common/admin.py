"""Outgoing mail, to look at: what waits and what could not be sent."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from tscb.common.models import OutgoingMail


@admin.register(OutgoingMail)
class OutgoingMailAdmin(admin.ModelAdmin):
    """Without the recipient: who referred a case is for the panel alone."""

    list_display = ["subject", "state", "attempts", "queued_at", "next_attempt_at", "sent_at"]
    list_filter = ["state"]
    fields = ["subject", "state", "attempts", "queued_at", "next_attempt_at", "sent_at"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
