"""Mails about a lost second factor. They hold no secret: no link in them opens anything by itself.

Everybody who could confirm is told, so that nothing is done behind their backs.
"""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from tscb.board.models import FactorRecovery
from tscb.board.recovery.rules import helpers
from tscb.common.mail import queue


def tell_of_request(recovery: FactorRecovery) -> None:
    _to(recovery.person.email, "Your second factor", "recovery_asked_owner", "account_login")
    for helper in helpers().exclude(pk=recovery.person_id):
        _to(helper.email, "A colleague’s second factor", "recovery_asked", "recovery")


def tell_that_done(recovery: FactorRecovery) -> None:
    _to(recovery.person.email, "Your second factor", "recovery_done", "account_reset_password")
    for helper in helpers().exclude(pk=recovery.person_id):
        _to(helper.email, "A colleague’s second factor", "recovery_done_colleagues", "recovery")


def _to(address: str, subject: str, template: str, page: str) -> None:
    link = settings.SITE_ADDRESS + reverse(page)
    body = render_to_string(f"emails/{template}.txt", {"link": link})
    queue(to=address, subject=subject, body=body)
