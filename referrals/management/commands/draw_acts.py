"""Draws the table of acts into docs/who-may-do-what.md."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from referrals.casework.table_of_acts import drawn

PAGE = settings.BASE_DIR / "docs" / "who-may-do-what.md"
FIRST_LINE = "| What |"


def redrawn(page: str) -> str:
    """The page with its table drawn anew and its words as they are."""
    words, _, rest = page.partition(FIRST_LINE)
    after = rest.partition("\n\n")[2]
    return f"{words}{drawn()}\n{after}"


class Command(BaseCommand):
    help = "Draws the table of who may do what into docs/who-may-do-what.md."

    def handle(self, *args: Any, **options: Any) -> None:
        PAGE.write_text(redrawn(PAGE.read_text()))
        self.stdout.write(f"Drawn in {PAGE.name}.")
