"""Reads the text of signed-off documents of which no pages are kept: once after an update, or after
one could not be read when it was signed off."""

from typing import Any

from django.core.management.base import BaseCommand

from reviews.models import Document
from reviews.search.report_text import keep_text


class Command(BaseCommand):
    help = "Reads the text of signed-off documents whose text was not read yet."

    def handle(self, *args: Any, **options: Any) -> None:
        for model in Document.__subclasses__():
            signed_off: Any = model.objects.released().exclude(cleaned="")
            for document in signed_off.filter(report_pages__isnull=True):
                keep_text(document)
                self.stdout.write(f"{document}: {document.report_pages.count()} pages")
