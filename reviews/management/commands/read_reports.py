"""Reads the text of signed-off reports that the search has no pages of: once after an update, or
after a report could not be read when it was signed off."""

from typing import Any

from django.core.management.base import BaseCommand

from reviews.models import ReviewDocument
from reviews.search.report_text import keep_text


class Command(BaseCommand):
    help = "Makes signed-off reports searchable whose text was not read yet."

    def handle(self, *args: Any, **options: Any) -> None:
        unread = ReviewDocument.objects.released().filter(report_pages__isnull=True)
        for document in unread.exclude(cleaned=""):
            keep_text(document)
            self.stdout.write(f"{document}: {document.report_pages.count()} pages")
