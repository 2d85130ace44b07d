"""Explanation pages in the admin. Those that the site links to may be taken off, not deleted.

What is saved of a public page waits until it is published; every version is kept.
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from tscb.board.defaults import PAGES
from tscb.board.models import Page, PageFile, Statement
from tscb.board.models.page import STATEMENT
from tscb.board.pages import actions
from tscb.board.pages.files import with_addresses_for_staff
from tscb.board.pages.links import places
from tscb.board.pages.problems import problems_of
from tscb.board.pages.showing import shown
from tscb.common.publishing import conflicts, content, proposals
from tscb.common.publishing.admin.editing import EditingAdmin
from tscb.common.publishing.admin.history import HistoryAdmin
from tscb.common.publishing.content import Content
from tscb.common.publishing.forms import CarefulForm
from tscb.common.publishing.preview import not_indexed

EXPECTED = {page.slug for page in PAGES}
# Each with what is said when it is done.
BUTTONS: dict[str, tuple[Callable[..., Any], str]] = {
    "publish": (actions.publish, "published: the public sees it now"),
    "take_off": (actions.take_off, "taken off the site"),
    "reviewed": (actions.mark_reviewed, "noted as reviewed and still right"),
    "drop": (
        lambda *, page, by: proposals.drop(item=page, by=by),
        "change dropped; the history has it",
    ),
}


class StatementInline(admin.StackedInline):
    """What is filled in of the accessibility statement; it cannot be taken out again."""

    model = Statement
    extra = max_num = 1
    can_delete = False


class PageAdmin(EditingAdmin, HistoryAdmin):
    form = CarefulForm
    change_form_template = "admin/page_change_form.html"
    change_list_template = "admin/pages.html"
    list_display = ["title", "slug", "state_in_words", "show_in", "review_by", "updated_at"]
    list_filter = ["published", "show_in"]
    search_fields = ["title", "slug"]
    fields = ["title", "slug", "body", "show_in", "order", "owner", "review_every"]
    waits = "The public goes on seeing the page as it was, until you publish the change."
    then = "What the public sees stays until the version is published."

    def get_inlines(self, request: HttpRequest, obj: Page | None) -> list[Any]:
        return [StatementInline] if obj and obj.slug == STATEMENT else []

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        preview = path("<int:pk>/preview/", view(self.preview), name="board_page_preview")
        report = path("report/", view(self.report), name="board_page_report")
        buttons = [self._button(name) for name in BUTTONS]
        return [*buttons, preview, report, *super().get_urls()]

    def _button(self, name: str) -> Any:
        view = self.admin_site.admin_view(require_POST(self.press))
        return path(f"<int:pk>/{name}/", view, {"button": name}, name=f"board_page_{name}")

    def press(self, request: HttpRequest, pk: int, button: str) -> HttpResponse:
        page = self._allowed(request, pk)
        action, words = BUTTONS[button]
        try:
            conflicts.check_read(page, request.POST.get("opened", ""))
            action(page=page, by=request.user)
            messages.success(request, f"“{page}”: {words}.")
        except ValidationError as refusal:
            for sentence in refusal.messages:
                messages.error(request, sentence)
        return HttpResponseRedirect(reverse("admin:board_page_change", args=[pk]))

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """As the public will see it once it is published; for staff alone."""
        page = self._allowed(request, pk)
        with content.undone():
            drawn = shown(request, proposals.show_working_content(page))
            return not_indexed(with_addresses_for_staff(drawn))

    def report(self, request: HttpRequest) -> HttpResponse:
        """Every page that the public sees with all that is wrong in it, found now."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        pages = Page.objects.published()
        context = {
            **self.admin_site.each_context(request),
            "title": "What is wrong in the pages",
            "rows": [(page, problems_of(page)) for page in pages],
        }
        return render(request, "admin/page_report.html", context)

    def _allowed(self, request: HttpRequest, pk: int) -> Page:
        page = get_object_or_404(Page, pk=pk)
        if not self.has_change_permission(request, page):
            raise PermissionDenied
        return page

    def can(self, item: Page, by: Any) -> dict[str, bool]:
        return {
            "publish": actions.can_publish(item),
            "take_off": actions.can_take_off(item),
            "review": item.published,
            "drop": bool(item.proposed_id),
        }

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """With the pages and files of the site to choose from for a link or a picture."""
        form: Any = super().get_form(request, obj, change, **kwargs)
        if "body" in form.base_fields:
            widget = form.base_fields["body"].widget
            widget.places, widget.pictures = places(), PageFile.objects.pictures()
        return form

    def render_change_form(self, request: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
        """With what is wrong in the text that is saved: the rows hold what the form shows."""
        page = kwargs.get("obj")
        context["problems"] = problems_of(Page.objects.get(pk=page.pk)) if page else []
        return super().render_change_form(request, context, *args, **kwargs)

    def keep_new(self, request: Any, item: Page) -> None:
        after = content.snapshot(item)
        actions.keep_draft(page=item, before=None, after=after, by=request.user, event="Written")

    def keep_draft(self, request: Any, item: Page, before: Content, after: Content) -> None:
        actions.keep_draft(page=item, before=before, after=after, by=request.user, event="Changed")

    def bring_back(self, request: HttpRequest, item: Any, version: Any) -> None:
        actions.restore(page=item, version=version, by=request.user)

    def save_model(self, request: Any, obj: Page, form: Any, change: bool) -> None:
        """Nobody sees a new page before it is published."""
        if not change:
            obj.published = False
        admin.ModelAdmin.save_model(self, request, obj, form, change)

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        return super().get_view_on_site_url(obj) if obj is None or obj.published else None

    def get_prepopulated_fields(
        self, request: HttpRequest, obj: Page | None = None
    ) -> dict[str, Sequence[str]]:
        return {} if obj else {"slug": ["title"]}

    def get_readonly_fields(self, request: HttpRequest, obj: Page | None = None) -> list[str]:
        return ["slug"] if obj and obj.slug in EXPECTED else []

    def has_delete_permission(self, request: HttpRequest, obj: Page | None = None) -> bool:
        """One by one only, so that no expected page goes with others."""
        if obj is None or obj.slug in EXPECTED:
            return False
        return super().has_delete_permission(request, obj)
