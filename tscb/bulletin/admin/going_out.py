"""From a draft to what people get: looking for what is new, previews, the check, and the button."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST, require_safe

from tscb.board.roles import signed_in
from tscb.bulletin.admin.edition_forms import NewsForm
from tscb.bulletin.editions import publishing
from tscb.bulletin.editions.composing import take
from tscb.bulletin.editions.letter import letter_of, subject_of
from tscb.bulletin.editions.reading import read
from tscb.bulletin.editions.views import show
from tscb.bulletin.models import Edition, Subscriber
from tscb.common.mail import queue
from tscb.common.publishing.admin.history import keep
from tscb.common.publishing.content import snapshot
from tscb.common.publishing.preview import not_indexed

# A letter's few rules of looks stand in it. Nothing in it can run, fetch or be framed.
LETTER_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"


class GoingOutAdmin(admin.ModelAdmin):
    def get_urls(self) -> list[Any]:
        pages = [
            self._page("news", self.news),
            self._page("preview", require_safe(self.preview)),
            self._page("letter", require_safe(self.letter)),
            self._page("text", require_safe(self.text)),
            self._page("check", require_safe(self.last_look)),
            self._page("test", require_POST(self.test)),
            self._page("publish", require_POST(self.publish)),
        ]
        return [*pages, *super().get_urls()]

    def _page(self, name: str, view: Callable[..., HttpResponse]) -> Any:
        view = self.admin_site.admin_view(view)
        return path(f"<int:pk>/{name}/", view, name=f"bulletin_edition_{name}")

    @transaction.atomic
    def news(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What came out meanwhile; nothing that stands there is changed by it."""
        edition = self.allowed(request, pk)
        if request.method == "POST":
            edition = edition.refresh_locked()
        if not publishing.can_publish(edition):
            return self._back(edition)
        form = NewsForm(request.POST or None, edition=edition)
        if request.method == "POST" and form.is_valid():
            return self._take(request, edition, form.cleaned_data)
        return self._shown(request, edition, "edition_news", "What is new", form=form)

    def _take(self, request: HttpRequest, edition: Edition, told: dict[str, Any]) -> HttpResponse:
        before = snapshot(edition)
        number = take(edition=edition, **told)
        keep(edition, before, by=signed_in(request), event="What is new was added")
        messages.success(request, f"{number} section{'' if number == 1 else 's'} added.")
        return self._back(edition)

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        edition = self.allowed(request, pk)
        return not_indexed(show(request, read(edition), is_preview=True))

    def letter(self, request: HttpRequest, pk: int) -> HttpResponse:
        """As a mail program shows it, in a window of its own."""
        response = HttpResponse(letter_of(self.allowed(request, pk), None).html)
        response.headers["Content-Security-Policy"] = LETTER_POLICY
        return not_indexed(response)

    def text(self, request: HttpRequest, pk: int) -> HttpResponse:
        """As it is read where a mail program shows no HTML."""
        words = letter_of(self.allowed(request, pk), None).text
        return not_indexed(HttpResponse(words, content_type="text/plain; charset=utf-8"))

    def last_look(self, request: HttpRequest, pk: int) -> HttpResponse:
        """All that an editor has to know before it goes out, which cannot be undone."""
        edition = self.allowed(request, pk)
        told = {
            "contents": read(edition),
            "subject": subject_of(edition),
            "problems": publishing.problems(edition),
            "doubts": publishing.doubts(edition),
            "readers": Subscriber.objects.reachable().filter(wants_bulletin=True).count(),
            "read_as": publishing.mark_of(edition),
            "can_publish": publishing.can_publish(edition),
        }
        return self._shown(request, edition, "edition_check", "Check and send", **told)

    def test(self, request: HttpRequest, pk: int) -> HttpResponse:
        """To the editor's own mailbox alone."""
        edition, person = self.allowed(request, pk), signed_in(request)
        letter = letter_of(edition, None)
        queue(to=person.email, subject=f"Test: {letter.subject}"[:200], body=letter.text)
        messages.success(request, f"A test is on its way to {person.email}.")
        return self._back(edition)

    def publish(self, request: HttpRequest, pk: int) -> HttpResponse:
        edition = self.allowed(request, pk)
        read_as = request.POST.get("read_as", "")
        try:
            publishing.publish(edition=edition, by=signed_in(request), read_as=read_as)
        except ValidationError as refused:
            return self.refused(request, edition, refused)
        messages.success(request, "Published: it stands in the archive, and its letters go out.")
        return self._back(edition)

    def allowed(self, request: HttpRequest, pk: int) -> Edition:
        edition = get_object_or_404(Edition, pk=pk)
        if not self.has_change_permission(request, edition):
            raise PermissionDenied
        return edition

    def refused(
        self, request: HttpRequest, edition: Edition, refusal: ValidationError
    ) -> HttpResponse:
        for sentence in refusal.messages:
            messages.error(request, sentence)
        return self._back(edition)

    def _back(self, edition: Edition) -> HttpResponse:
        return HttpResponseRedirect(reverse("admin:bulletin_edition_change", args=[edition.pk]))

    def _shown(
        self, request: HttpRequest, edition: Any, template: str, title: str, **told: Any
    ) -> HttpResponse:
        every = self.admin_site.each_context(request)
        context = {**every, "title": f"{title}: {edition}", "edition": edition, **told}
        return render(request, f"admin/{template}.html", context)
