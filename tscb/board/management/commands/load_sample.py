"""Loads fictional sample content, once: for a site on one's own computer, never in production."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from tscb.board.models import BoardSettings
from tscb.common.discovery import discover


class Command(BaseCommand):
    help = "Loads fictional reviews, briefings, referrals and people, unless they were before."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEVELOPMENT:
            raise CommandError("Sample content belongs on no public site.")
        if BoardSettings.objects.filter(sample_was_loaded=True).exists():
            return
        call_command("set_up_site", verbosity=0, stdout=self.stdout)
        self.stdout.write("Loading the sample content (some seconds) …")
        for sample in discover("sample"):
            sample.load()
        BoardSettings.objects.update(sample_was_loaded=True)
