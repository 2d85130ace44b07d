"""Draws docs/architecture.md from the imports; a test compares the two."""

from typing import Any

from django.core.management.base import BaseCommand

from tscb.common.architecture import ROOT, picture

PAGE = ROOT / "docs" / "architecture.md"
FENCE = "```"


def redrawn(page: str) -> str:
    """The page with a new picture; the words around it stay."""
    before, _, rest = page.partition(f"{FENCE}mermaid\n")
    _, _, after = rest.partition(f"\n{FENCE}")
    return f"{before}{FENCE}mermaid\n{picture()}\n{FENCE}{after}"


class Command(BaseCommand):
    help = "Draws the picture in docs/architecture.md anew from the imports."

    def handle(self, *args: Any, **options: Any) -> None:
        PAGE.write_text(redrawn(PAGE.read_text()))
        self.stdout.write(f"Drawn in {PAGE.name}.")
