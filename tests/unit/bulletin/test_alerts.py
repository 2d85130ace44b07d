"""Alerts: who gets one when, what stands in it, and that nothing is told twice."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from reviews.models import ResearchMessage
from tests.factories import make_briefing, make_event, make_review, make_theme
from tests.factories.bulletin import make_subscriber
from tscb.bulletin.alerts.letter import MOST
from tscb.bulletin.alerts.moments import last_moment
from tscb.bulletin.alerts.planning import plan
from tscb.bulletin.models import Delivery, DeliveryState, Rhythm, Subscriber
from tscb.bulletin.sending.turn import send_due
from tscb.common.publishing import actions
from tscb.common.publishing.states import Status

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
MONDAY = datetime(2026, 3, 30, 8, tzinfo=LONDON)  # the clocks went forward on Sunday


@pytest.mark.parametrize(
    ("rhythm", "now", "moment"),
    [
        (Rhythm.AT_ONCE, "2026-03-29 16:04", "2026-03-28 16:00"),
        (Rhythm.AT_ONCE, "2026-03-29 16:05", "2026-03-29 16:00"),
        (Rhythm.WEEKLY, "2026-03-30 08:04", "2026-03-23 08:00"),
        (Rhythm.WEEKLY, "2026-03-30 08:05", "2026-03-30 08:00"),
        (Rhythm.MONTHLY, "2026-03-01 08:04", "2026-02-01 08:00"),
        (Rhythm.MONTHLY, "2026-03-31 23:59", "2026-03-01 08:00"),
    ],
)
def test_moment_is_the_boards_own_time(rhythm, now, moment) -> None:
    """In the evening and at night of a change of the clocks, too; and never one still running."""
    at, gives = (datetime.fromisoformat(one).replace(tzinfo=LONDON) for one in (now, moment))
    assert last_moment(rhythm, at) == gives


@pytest.fixture
def neglect():
    return make_theme("Neglect")


def reader(*themes, email="", **fields) -> Subscriber:
    """Weekly, told until a week before this Monday, unless told otherwise."""
    fields = {"alerts": Rhythm.WEEKLY, "alerted_until": MONDAY - timedelta(weeks=1), **fields}
    one = make_subscriber(email, wants_bulletin=False, **fields)
    one.themes.set(themes)
    return one


def came_out(make, theme, before=timedelta(days=2), **fields):
    """So long before this Monday."""
    thing = make(published_at=MONDAY - before, **fields)
    thing.themes.add(theme)
    return thing


def plan_after(moment: datetime) -> int:
    return plan(moment + timedelta(minutes=10))


def test_whoever_asked_for_the_theme_gets_a_letter_once(neglect) -> None:
    mine, everything = reader(neglect), reader(every_theme=True)
    other, never = reader(make_theme("Other")), reader(neglect, alerts=Rhythm.NEVER)
    came_out(make_review, neglect)
    assert (plan_after(MONDAY), plan_after(MONDAY)) == (2, 0)
    rows = Delivery.objects.all()
    assert {(row.subscriber_id, row.until) for row in rows} == {
        (mine.pk, MONDAY),
        (everything.pk, MONDAY),
    }
    other.refresh_from_db()
    never.refresh_from_db()
    assert (other.alerted_until, never.alerted_until) == (MONDAY, MONDAY - timedelta(weeks=1))


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (timedelta(weeks=1, microseconds=1), False),
        (timedelta(weeks=1), False),
        (timedelta(days=6, hours=23), True),
        (timedelta(0), True),
        (-timedelta(microseconds=1), False),
    ],
)
def test_what_came_out_since_the_last_is_told(neglect, before, told) -> None:
    """So an import with its own, old dates alarms nobody."""
    reader(neglect)
    came_out(make_review, neglect, before)
    assert plan_after(MONDAY) == told


def test_who_is_new_hears_nothing_of_before(neglect) -> None:
    reader(neglect, alerted_until=MONDAY - timedelta(days=1))
    came_out(make_review, neglect)
    assert plan_after(MONDAY) == 0


def test_who_cannot_be_reached_gets_none(neglect) -> None:
    reader(neglect, confirmed_at=None)
    reader(neglect, stopped_at=timezone.now())
    came_out(make_review, neglect)
    assert plan_after(MONDAY) == 0


def test_each_rhythm_has_its_own_moment(neglect) -> None:
    for rhythm in (Rhythm.AT_ONCE, Rhythm.WEEKLY, Rhythm.MONTHLY):
        reader(neglect, alerts=rhythm)
    came_out(make_review, neglect)
    plan_after(MONDAY)
    weekly = MONDAY
    yesterday = (MONDAY - timedelta(days=1)).replace(hour=16)
    assert set(Delivery.objects.values_list("subscriber__alerts", "until")) == {
        (Rhythm.AT_ONCE, yesterday),
        (Rhythm.WEEKLY, weekly),
    }


def test_questions_do_not_grow_with_subscribers(neglect, django_assert_num_queries) -> None:
    for _ in range(7):
        reader(neglect, every_theme=True)
        reader(neglect)
    came_out(make_review, neglect)
    # Who is due, their themes, four kinds of news, the letters, the time; and a savepoint's ends.
    with django_assert_num_queries(10):
        assert plan_after(MONDAY) == 14


def test_nobody_due_costs_one_question(neglect, django_assert_num_queries) -> None:
    reader(neglect, alerted_until=MONDAY)
    with django_assert_num_queries(3):
        assert plan_after(MONDAY) == 0


def planned(neglect, **fields) -> Subscriber:
    one = reader(neglect, **fields)
    plan_after(MONDAY)
    return one


def test_letter_names_each_kind_of_what_is_new(neglect, mailboxes, settings) -> None:
    settings.SITE_ADDRESS = "https://board.example"
    review, briefing = came_out(make_review, neglect), came_out(make_briefing, neglect)
    event = came_out(make_event, neglect)
    other = came_out(make_review, make_theme("Other"))
    planned(neglect)
    send_due()
    [letter] = mailboxes.got
    assert letter.message["Subject"] == "Something new on Neglect"
    assert letter.message["List-Id"] == "<alerts.board.example>"
    for part in letter.message.iter_parts():
        said = part.get_content()
        for thing in (review, briefing, event):
            assert thing.title in said
            assert f"https://board.example{thing.get_absolute_url()}" in said
        assert other.title not in said
        assert "/stop/alerts/" in said


@pytest.mark.parametrize(
    ("every", "said"), [(False, "new on Neglect, once"), (True, "every theme")]
)
def test_letter_says_why_somebody_gets_it(neglect, mailboxes, every, said):
    came_out(make_review, neglect)
    planned(neglect, every_theme=every)
    send_due()
    [letter] = mailboxes.got
    assert all(said in part.get_content() for part in letter.message.iter_parts())


def test_message_from_research_is_new_when_staff_added_it(neglect, mailboxes):
    fields = {"title": "What babies need", "source": "A panel", "link": "https://panel.example/1"}
    message = ResearchMessage.objects.create(summary="Look.", published="2019-03-01", **fields)
    message.themes.add(neglect)
    ResearchMessage.objects.update(added_at=MONDAY - timedelta(days=1))
    planned(neglect)
    send_due()
    [letter] = mailboxes.got
    assert b"https://panel.example/1" in letter.content
    assert b"Published by A panel" in letter.content


def withdraw(thing, editor) -> None:
    actions.withdraw(item=thing, by=editor)


def test_what_was_withdrawn_meanwhile_is_not_named(neglect, mailboxes, editor) -> None:
    gone, stays = came_out(make_review, neglect), came_out(make_briefing, neglect)
    planned(neglect)
    withdraw(gone, editor)
    send_due()
    [letter] = mailboxes.got
    assert stays.title.encode() in letter.content
    assert gone.title.encode() not in letter.content


def test_letter_with_nothing_left_is_dropped(neglect, mailboxes, editor) -> None:
    gone = came_out(make_review, neglect)
    planned(neglect)
    withdraw(gone, editor)
    send_due()
    assert Delivery.objects.get().state == DeliveryState.DROPPED
    assert mailboxes.got == []


def test_what_comes_back_with_its_date_is_not_new(neglect, editor, second_editor) -> None:
    back = came_out(make_review, neglect, timedelta(weeks=2))
    withdraw(back, editor)
    back = actions.take_up(item=back, by=editor)
    actions.publish(item=actions.check(item=back, by=second_editor), by=editor)
    reader(neglect)
    assert plan_after(MONDAY) == 0


def test_what_is_scheduled_is_told_when_it_is_out(neglect) -> None:
    reader(neglect)
    tomorrow = timezone.now() + timedelta(days=1)
    make_review(published_at=tomorrow).themes.add(neglect)
    make_review(status=Status.DRAFT).themes.add(neglect)
    assert plan(timezone.now()) == 0


@pytest.mark.parametrize(
    "fields", [{"is_restricted": True}, {"state": "cancelled"}, {"days": -1}, {"state": "draft"}]
)
def test_event_that_is_not_for_everybody_or_over_is_not_told(neglect, fields) -> None:
    event = make_event(**fields)
    event.themes.add(neglect)
    type(event).objects.filter(pk=event.pk).exclude(state="draft").update(
        published_at=MONDAY - timedelta(days=1)
    )
    reader(neglect)
    assert plan_after(MONDAY) == 0


def test_long_letter_says_how_many_more_there_are(neglect, mailboxes) -> None:
    for _ in range(MOST + 2):
        came_out(make_review, neglect)
    planned(neglect)
    send_due()
    [letter] = mailboxes.got
    assert b"And 2 more" in letter.content


def test_who_stopped_alerts_gets_none_that_waited(neglect, mailboxes) -> None:
    came_out(make_review, neglect)
    planned(neglect)
    Subscriber.objects.update(alerts=Rhythm.NEVER)
    send_due()
    assert mailboxes.got == []
