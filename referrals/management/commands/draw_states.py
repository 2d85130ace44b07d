"""Draws the states in docs/referrals.md from their table; a test compares the two."""

from typing import Any

from django.core.management.base import BaseCommand

from referrals.states_drawn import PAGE, redrawn


class Command(BaseCommand):
    help = "Draws the picture of a referral's states anew from the table of moves."

    def handle(self, *args: Any, **options: Any) -> None:
        PAGE.write_text(redrawn(PAGE.read_text()))
        self.stdout.write(f"Drawn in {PAGE.name}.")
