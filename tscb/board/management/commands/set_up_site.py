"""Sets up a new site with the board's true facts alone: no sample content, no sample people."""

from typing import Any

from django.core.management.base import BaseCommand

from tscb.common.discovery import discover


class Command(BaseCommand):
    help = "Adds the board's true facts where they are missing; changes nothing that is there."

    def handle(self, *args: Any, **options: Any) -> None:
        for facts in discover("facts"):
            facts.set_up()
        self.stdout.write(
            "The board's facts are there: names, agencies, numbers with hours, pages, review "
            "types, roles. Check them in /admin/ before the site opens."
        )
