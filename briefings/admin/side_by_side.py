"""A briefing's web page and its printed page beside each other, before anybody else sees them.

The web page stands in a frame, so that page alone may be framed, by this site alone. The printed
page is a picture of each PDF page: no browser shows a PDF in a frame everywhere.
"""

from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace, csp_update
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from briefings.length import TOO_LONG, length_of_briefing
from briefings.printing import fit_in_words, picture_of
from briefings.sheet import pages_of
from reviews.admin.documents import WithDocumentsAdmin
from tscb.common.publishing import content, preview
from tscb.common.publishing.proposals import show_working_content


class SideBySideAdmin(WithDocumentsAdmin):
    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        at = "<int:pk>/side-by-side/"

        def view(shown: Any) -> Any:
            return self.admin_site.admin_view(require_safe(shown))

        return [
            path(at, view(self.side_by_side), name=f"{name}_side_by_side"),
            path(f"{at}page/<int:page>/", view(self.printed_page), name=f"{name}_printed_page"),
            # Without a slash, so that covers and documents stand where those of the preview do.
            path("<int:pk>/preview/framed", view(self.framed), name=f"{name}_framed"),
            *super().get_urls(),
        ]

    @method_decorator(csp_update({"frame-src": [SELF]}))
    def side_by_side(self, request: HttpRequest, pk: int) -> HttpResponse:
        item = self._allowed(request, pk)
        with content.undone():
            working: Any = show_working_content(item)
            length, pages = length_of_briefing(working), pages_of(working)
            context = {
                **self.admin_site.each_context(request),
                "title": f"Web and A4: {working}",
                "item": working,
                "opts": self.opts,
                "is_nav_sidebar_enabled": False,  # two pages need the room
                "length": length,
                "too_long": TOO_LONG if length.is_too_long else "",
                "fit": fit_in_words(pages),
                "pages": range(1, pages + 1),
            }
            return render(request, "admin/side_by_side.html", context)

    def printed_page(self, request: HttpRequest, pk: int, page: int) -> HttpResponse:
        """A page of the PDF as a picture."""
        item = self._allowed(request, pk)
        with content.undone():
            picture = picture_of(show_working_content(item), page)
        if picture is None:
            raise Http404
        return HttpResponse(picture, content_type="image/png")

    @method_decorator(csp_replace({"frame-ancestors": [SELF]}))
    @method_decorator(xframe_options_sameorigin)
    def framed(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The preview, for the frame."""
        return preview.drawn(request, self._allowed(request, pk))
