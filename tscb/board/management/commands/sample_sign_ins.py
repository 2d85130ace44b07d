"""Shows how the sample people sign in, with the second factor's code of this half minute."""

from typing import Any

from django.core.management.base import BaseCommand

from tscb.board.sample import sign_ins


class Command(BaseCommand):
    help = "Shows the sample people's e-mail addresses, passwords and codes."

    def handle(self, *args: Any, **options: Any) -> None:
        rows = [(p.what, p.email, password, code) for p, password, code in sign_ins()]
        if not rows:
            self.stdout.write("There are no sample people here.")
            return
        self.stdout.write("\nSign in at /staff/login/ (codes hold 30 seconds: make sign-ins)\n")
        for what, email, password, code in rows:
            self.stdout.write(f"  {what:15} {email:28} {password:18} code {code}")
