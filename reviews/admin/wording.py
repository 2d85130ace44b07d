"""Words of a page that are like a name from the linked referral, each with its reason."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path

from reviews import wording
from reviews.admin import check_page
from tscb.board.roles import signed_in
from tscb.common.publishing import content
from tscb.common.publishing.admin import PublishableAdmin
from tscb.common.publishing.proposals import show_working_content

GONE = "This word is no longer there: look at the page again."


class WordingAdmin(PublishableAdmin):
    """A page beside the form; of a public page it looks at the change that waits."""

    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_names"
        view = self.admin_site.admin_view(self.names)
        return [path("<int:pk>/names/", view, name=name), *super().get_urls()]

    def names(self, request: HttpRequest, pk: int) -> HttpResponse:
        item = self._allowed(request, pk)
        with content.undone():
            found = wording.doubts(show_working_content(item))
        if request.method == "POST":
            return self._keep_reason(request, item, found)
        return self._names_drawn(request, item, found)

    def _names_drawn(
        self, request: HttpRequest, item: Any, found: Any, wrong: Any = None
    ) -> HttpResponse:
        kept = wording.reasons_for(item)
        title = f"{'Error: ' if wrong else ''}Names in the text: {item}"
        shown = [(one, kept.get(one.key)) for one in found]
        return self._drawn(request, item, "admin/names.html", title, found=shown, wrong=wrong)

    def _keep_reason(self, request: HttpRequest, item: Any, found: Any) -> HttpResponse:
        finding = next((one for one in found if one.key == request.POST.get("finding")), None)
        try:
            if finding is None:
                raise ValidationError(GONE)
            reason = request.POST.get("reason", "")
            wording.give_reason(item=item, finding=finding, reason=reason, by=signed_in(request))
        except ValidationError as refused:
            wrong = check_page.wrong(request.POST, refused.messages[0])
            return self._names_drawn(request, item, found, wrong)
        messages.success(request, "Your reason is kept with the word.")
        return HttpResponseRedirect(request.path)
