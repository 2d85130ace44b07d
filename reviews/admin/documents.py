"""Documents in the admin: uploading, what the safety gate found, and a second person's sign-off."""

from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from reviews import documents, safety
from reviews.admin import check_page, document_forms
from reviews.admin.wording import WordingAdmin
from reviews.models import Document
from reviews.serving import document_response
from tscb.board.roles import signed_in

LOOKED_AT_AGAIN = {"check", "accept"}
ACTS = {
    "reason": check_page.give_reason,
    "again": check_page.check_again,
    "pictures": check_page.make_image_only,
    "destroy": check_page.destroy,
    "release": check_page.release,
}


class DocumentInline(admin.StackedInline):
    extra = 1  # so that a document can be added without JavaScript
    view_on_site = False  # its check leads to it, also while the public has it not
    fields = ["role", "title", "language", "order", "original", "stage", "taken_off"]
    readonly_fields = ["stage"]

    @admin.display(description="Safety check")
    def stage(self, document: Document) -> SafeString | str:
        """How far the document is on its way to the public, with a link to its check."""
        if not document.pk:
            return "Checked when you save."
        opts = self.parent_model._meta
        name = f"admin:{opts.app_label}_{opts.model_name}_document"
        href = reverse(name, args=[self.parent_of(document), document.pk])
        return format_html('{} – <a href="{}">see the check</a>', document.stage_in_words, href)

    def parent_of(self, document: Document) -> int:
        return getattr(document, f"{self._link()}_id")

    def _link(self) -> str:
        return next(
            field.name
            for field in self.model._meta.fields
            if field.related_model is self.parent_model
        )


class WithDocumentsAdmin(WordingAdmin):
    """The admin of a published page that has documents."""

    save_words = staticmethod(document_forms.save_words)
    save_files = staticmethod(document_forms.save_files)

    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_document"
        view, at = self.admin_site.admin_view, "<int:pk>/documents/<int:document_pk>/"
        return [
            path(at, view(self.document), name=name),
            path(f"{at}file/", view(self.document_file), name=f"{name}_file"),
            path(f"{at}pages/<int:page>/", view(self.page_picture), name=f"{name}_page"),
            path(
                "<int:pk>/preview/documents/<uuid:public_id>/<str:name>",
                view(self.preview_document),
            ),
            *super().get_urls(),
        ]

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """With a new page; a file goes through the safety gate before anything is saved."""
        if not issubclass(formset.model, Document):
            super().save_formset(request, form, formset, change)
            return
        formset.save(commit=False)
        for document in formset.new_objects:
            document_forms.take_in(request, document)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """The files of its documents and cover go with a draft."""
        documents.delete_whole(obj)

    def press(self, request: HttpRequest, pk: int, button: str) -> HttpResponse:
        if button not in LOOKED_AT_AGAIN:
            return super().press(request, pk, button)
        documents.check_stale_again(self._allowed(request, pk), signed_in(request))
        response = super().press(request, pk, button)
        self._renew_copies(request, pk)
        return response

    def publish(self, request: HttpRequest, pk: int) -> HttpResponse:
        documents.check_stale_again(self._allowed(request, pk), signed_in(request))
        return super().publish(request, pk)

    def _renew_copies(self, request: HttpRequest, pk: int) -> None:
        """After the words were checked, for a change that waited is in the rows only then."""
        try:
            documents.renew_copies(self._allowed(request, pk))
        except ValidationError as failed:
            messages.error(request, " ".join(failed.messages))

    def document(self, request: HttpRequest, pk: int, document_pk: int) -> HttpResponse:
        """What the safety gate found; POST gives a reason, checks again, or signs it off."""
        item, document = self._allowed(request, pk), self._document(pk, document_pk)
        if request.method == "POST":
            return self._act(request, item, document)
        return self._check_drawn(request, item, document)

    def _check_drawn(
        self, request: HttpRequest, item: Any, document: Document, wrong: Any = None
    ) -> HttpResponse:
        """While a check goes on the page asks for itself again, until somebody stops that."""
        shown = check_page.shown if document.is_checked else check_page.waiting
        still = "still" in request.GET
        response = self._drawn(
            request,
            item,
            "admin/document_check.html",
            check_page.title(document, wrong),
            document=document,
            refusal=documents.refusal(document, signed_in(request)),
            wrong=wrong,
            still=still,
            **shown(document),
        )
        if not document.is_checked and not still:
            response.headers["Refresh"] = str(check_page.LOOKS_AGAIN_AFTER)
        return response

    def document_file(self, request: HttpRequest, pk: int, document_pk: int) -> HttpResponseBase:
        """The cleaned copy, for the person who is to sign it off."""
        self._allowed(request, pk)
        return document_response(request, self._document(pk, document_pk))

    def page_picture(
        self, request: HttpRequest, pk: int, document_pk: int, page: int
    ) -> HttpResponseBase:
        """A page of the file that was uploaded, with the places of findings marked."""
        self._allowed(request, pk)
        document = self._document(pk, document_pk)
        if not 1 <= page <= document.pages:
            raise Http404
        with document.original.open("rb") as file:
            picture = safety.draw(file, page, check_page.places_on(document, page))
        if not picture:
            raise Http404
        return HttpResponse(picture, content_type="image/png")

    def preview_document(
        self, request: HttpRequest, pk: int, public_id: UUID, name: str
    ) -> HttpResponseBase:
        """A signed-off document from the preview of a page that is not public yet."""
        return self.released_document(request, self._allowed(request, pk), public_id)

    @staticmethod
    def released_document(request: HttpRequest, item: Any, public_id: UUID) -> HttpResponseBase:
        """For previews: those of staff, and those that somebody without an account was sent. What
        is on request is in neither."""
        if item.is_on_request:
            raise Http404
        found = get_object_or_404(item.documents.released(), public_id=public_id)
        return document_response(request, found)

    def _document(self, pk: int, document_pk: int) -> Document:
        model = self.model._meta.get_field("documents").related_model
        link = self.model._meta.get_field("documents").field.name
        return get_object_or_404(model, pk=document_pk, **{link: pk})

    def _act(self, request: HttpRequest, item: Any, document: Document) -> HttpResponse:
        act = ACTS.get(request.POST.get("act", "release"))
        if act is None:
            raise Http404
        try:
            with transaction.atomic():
                event, words = act(item, document, signed_in(request), request.POST)
                if event:
                    self.log_change(request, item, event)
        except ValidationError as refused:
            said = " ".join(refused.messages)
            if "reason" in request.POST:  # what was typed is not lost
                return self._check_drawn(
                    request, item, document, check_page.wrong(request.POST, said)
                )
            messages.error(request, said)
        else:
            messages.success(request, words)
        return HttpResponseRedirect(request.path) if document.pk else self._back(item)
