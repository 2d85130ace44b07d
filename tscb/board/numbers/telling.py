"""Messages to editors about numbers: a change that waits, a closure, what nobody has confirmed.

They name no number: who reads one in a message might call it before it is checked.
"""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.template.loader import render_to_string
from django.urls import reverse

from tscb.board.models import ContactPoint, User
from tscb.board.roles import Role
from tscb.common import mail


def tell_of_change(point: ContactPoint, by: Any) -> None:
    link = _link("contactpoint_change", point.pk)
    body = render_to_string("emails/number_waits.txt", {"point": point, "by": by, "link": link})
    _send("A telephone number waits for you to check it", body, but=by)


def tell_of_closing(what: Model, done: str, by: Any) -> None:
    """A closure or a bank holiday takes effect at once: colleagues see what was done."""
    told = {"what": what, "done": done, "by": by, "link": _link("closure_changelist")}
    body = render_to_string("emails/closing_changed.txt", told)
    _send("When the office is closed has been changed", body, but=by)


def tell_of_unconfirmed(points: Iterable[ContactPoint]) -> None:
    link = _link("contactpoint_changelist")
    body = render_to_string("emails/numbers_unconfirmed.txt", {"points": points, "link": link})
    _send("Telephone numbers on the site have to be confirmed", body)


def _send(subject: str, body: str, *, but: Any = None) -> None:
    editors = User.objects.filter(groups__name=Role.EDITOR, is_active=True).distinct()
    others = editors.exclude(pk=but.pk) if but else editors
    for editor in others:
        mail.queue(to=editor.email, subject=subject, body=body)


def _link(page: str, *args: Any) -> str:
    return f"{settings.SITE_ADDRESS}{reverse(f'admin:board_{page}', args=args)}"
