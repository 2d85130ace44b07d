"""For a board with too few people who may help on the site: two people, in front of the machine.

Each types address, password and a code of their own. Neither may be the one who lost it.
"""

from getpass import getpass
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError, CommandParser

from tscb.board.models import User
from tscb.board.recovery.actions import done_by_two


class Command(BaseCommand):
    help = "Takes away a lost second factor: two other people give a password and a code each."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="work email address of whoever lost it")

    def handle(self, *args: Any, email: str, **options: Any) -> None:
        person = User.objects.filter(email=email.strip().lower(), is_active=True).first()
        if person is None:
            raise CommandError("Nobody has an account with this email address.")
        first = self._somebody("The first person", {person})
        second = self._somebody("The second person", {person, first})
        done_by_two(person=person, first=first, second=second)
        self.stdout.write("Done. They choose a new password with “Forgot your password?”.")

    def _somebody(self, title: str, not_these: set[User]) -> User:
        self.stdout.write(title)
        email = input("Work email address: ").strip().lower()
        password, code = getpass("Password: "), getpass("Code: ")
        somebody = User.objects.filter(email=email, is_active=True).first()
        if somebody is None or not is_who_they_say(somebody, password, code):
            raise CommandError("That is not right. Nothing was changed.")
        if somebody in not_these:
            raise CommandError("It takes two other people. Nothing was changed.")
        return somebody


def is_who_they_say(person: User, password: str, code: str) -> bool:
    """A code is used up only where the password is right."""
    codes = Authenticator.objects.filter(user=person).exclude(type=Authenticator.Type.WEBAUTHN)
    return person.check_password(password) and any(one.wrap().validate_code(code) for one in codes)
