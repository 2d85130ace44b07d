"""Writes the copies of pages that the proxy shows when the site does not answer."""

from typing import Any

from django.core.management.base import BaseCommand

from tscb.board import copies
from tscb.board.reading import read_facts


class Command(BaseCommand):
    help = "Writes the pages that the proxy shows when the site does not answer."

    def handle(self, *args: Any, **options: Any) -> None:
        copies.write(read_facts())
        self.stdout.write(f"Written to {copies.folder()}.")
