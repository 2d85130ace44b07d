"""The secret address of a person's calendar: made, renewed, ended. One a person at a time.

It opens what the person may see at that moment, and ends for good when their role does.
"""

from functools import partial

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils import timezone

from referrals.casework.acts import Act, can_act, check_act
from referrals.models import SITE, Actor, CalendarLink, Verb, record, staff
from tscb.board.models import User
from tscb.board.roles import PANEL_ROLES
from tscb.common.one_by_one import each


@transaction.atomic
def make_link(*, by: User) -> str:
    """Gives the token, which nobody can be shown again. An earlier one ends."""
    check_act(Act.READ_CALENDAR, by=by)
    end_links(by=by)
    record(Verb.CALENDAR_MADE, by=staff(by))
    return CalendarLink.objects.make(by)


@transaction.atomic
def end_links(*, by: User) -> None:
    """Somebody's own. Without one, nothing happens."""
    User.objects.select_for_update().get(pk=by.pk)
    for link in CalendarLink.objects.in_use().filter(user=by):
        end(link, by=staff(by))


def end(link: CalendarLink, *, by: Actor) -> None:
    link.ended_at = timezone.now()
    link.save(update_fields=("ended_at",))
    record(Verb.CALENDAR_ENDED, by=by)


def owner_of(token: str) -> User | None:
    """Whose calendar it is, if they may still see one."""
    link = CalendarLink.objects.opened_by(token).select_related("user").first()
    return link.user if link and may_see(link.user) else None


def may_see(user: User | AnonymousUser) -> bool:
    return can_act(Act.READ_CALENDAR, by=user)


def end_of_those_who_left() -> None:
    """For good: a role given back later opens no old address."""
    still_there = User.objects.filter(is_active=True, groups__name__in=PANEL_ROLES)
    left = CalendarLink.objects.in_use().exclude(user__in=still_there)
    each(left, partial(end, by=SITE), what="calendars to end")
