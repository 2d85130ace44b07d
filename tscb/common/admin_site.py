"""The admin site: who may not enter is told so, instead of being asked to sign in once more, and
its first page begins with what waits for the person.
"""

from functools import update_wrapper
from typing import Any

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from tscb.common.waiting import waiting


class AdminSite(admin.AdminSite):
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Django's own page would take a password alone; ours asks for the second factor too."""
        return redirect_to_login(reverse("admin:index"), reverse("account_login"))

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        return super().index(request, {"waiting": waiting(request.user), **(extra_context or {})})

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        inner = super().admin_view(view, cacheable)

        def for_staff(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not self.has_permission(request):
                raise PermissionDenied("Only people who publish for the board can open this page.")
            return inner(request, *args, **kwargs)

        return update_wrapper(for_staff, view)
