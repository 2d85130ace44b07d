"""Removes all fictional sample content; what staff wrote themselves stays."""

from typing import Any

from django.core.management.base import BaseCommand

from tscb.common.discovery import discover


class Command(BaseCommand):
    help = "Removes the fictional reviews, briefings, referrals and people."

    def handle(self, *args: Any, **options: Any) -> None:
        for sample in reversed(list(discover("sample"))):
            sample.remove()
        self.stdout.write("The sample content is gone.")
