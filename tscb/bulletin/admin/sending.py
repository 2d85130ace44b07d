"""How far the letters of an edition are, for staff, who can pause them, let them go on, or stop."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from tscb.board.roles import signed_in
from tscb.bulletin.models import Edition
from tscb.bulletin.sending import progress, steering

SAID = {
    "pause": "Paused: nothing more goes out until you let it go on.",
    "go_on": "Letters go out again.",
    "stop": "Stopped: whoever has not got it does not get it.",
}


class SendingAdmin(admin.ModelAdmin):
    """A subclass has `allowed`, which gives the edition to those who may change it."""

    allowed: Any

    def get_urls(self) -> list[Any]:
        view, name = self.admin_site.admin_view, "bulletin_edition"
        steer = view(require_POST(self.steer))
        moves = [
            path(f"<int:pk>/sending/{move}/", steer, {"move": move}, name=f"{name}_{move}")
            for move in steering.MOVES
        ]
        page = path("<int:pk>/sending/", view(self.sending), name=f"{name}_sending")
        return [page, *moves, *super().get_urls()]

    def sending(self, request: HttpRequest, pk: int) -> HttpResponse:
        edition: Edition = self.allowed(request, pk)
        letters = progress.progress_of(edition)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Sending: {edition}",
            "opts": self.opts,
            "edition": edition,
            "letters": letters,
            "done_at": progress.done_at(edition, letters),
            "stands_still": bool(letters.to_go) and progress.stands_still(),
            "alerts": progress.progress_of_alerts(),
            "can": {move: steering.can_move(edition, move) for move in steering.MOVES},
        }
        return render(request, "admin/sending.html", context)

    def steer(self, request: HttpRequest, pk: int, move: str) -> HttpResponse:
        edition = self.allowed(request, pk)
        try:
            steering.steer(edition=edition, move=move, by=signed_in(request))
        except ValidationError as refused:
            for sentence in refused.messages:
                messages.error(request, sentence)
        else:
            messages.success(request, SAID[move])
        return HttpResponseRedirect(reverse("admin:bulletin_edition_sending", args=[pk]))
