"""What is counted, in which quarter, of which agency; and that it stays true when people go."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from reviews import action_plan
from reviews.models import Action, Recommendation
from tests.factories import make_action, make_briefing, make_review, make_use
from tests.factories.events import make_kind
from tests.factories.reach import YEAR, come_to, held_on, line, part, recommended, report, table
from tests.factories.reviews import make_agency
from tscb.bulletin import keeping as bulletin_keeping
from tscb.bulletin.models import Delivery, DeliveryState, Edition, Subscriber, SubscriberMonth
from tscb.common.publishing import content
from tscb.common.reporting_years import ReportingYear, midnight, year_of
from tscb.events import keeping
from tscb.events.afterwards import attending
from tscb.events.models import Feedback
from tscb.reach.comments import given_in
from tscb.reach.counting.events import INVITED
from tscb.reach.period import of_year

pytestmark = pytest.mark.django_db
SPRING, SUMMER, AUTUMN, WINTER = (
    "April to June 2024",
    "July to September 2024",
    "October to December 2024",
    "January to March 2025",
)
ALL = "All quarters"


@pytest.fixture
def police():
    return make_agency("Police")


def test_an_event_at_midnight_belongs_to_the_quarter_of_this_country():
    """Half past eleven of Greenwich on 31 March is 1 April in summer time."""
    held_on(date(2024, 4, 1), time(0, 30))
    held_on(date(2025, 3, 31), time(22, 30))
    held_on(date(2025, 4, 1), time(0, 30))
    found = report()
    by_quarter = {row.name: row.numbers[-1] for row in table(found, "Learning events held").rows}
    assert by_quarter == {SPRING: 1, SUMMER: 0, AUTUMN: 0, WINTER: 1, ALL: 2}


def test_only_what_was_held_counts_and_each_kind_has_its_column():
    held_on(date(2024, 5, 1), kind=make_kind("Training"))
    held_on(date(2024, 5, 2), is_restricted=True)
    held_on(date(2024, 5, 3), state="cancelled")
    held_on(date(2024, 5, 4), state="draft")
    held_on(timezone.localdate() + timedelta(days=1))
    told = line(report(), "Learning events held", SPRING)
    assert told == {"Practice update": 1, "Training": 1, "All kinds": 2}


def test_people_by_agency_are_the_same_before_and_after_bookings_are_deleted(police):
    event = held_on(date(2024, 8, 1))
    come_to(event, 3, agency=police)
    come_to(event, 1, agency=police, attendance="stayed away")
    come_to(event, 2, other_agency="Sample Choir")
    come_to(event, 1, other_agency="police")
    come_to(event, 1, agency=police, state="waiting", in_line_since=timezone.now())
    before = report()
    assert line(before, "People who came", SUMMER) == {"Booked": 7, "Came": 6, "Agencies": 1}
    of_police = line(before, "People who came, by agency", "Police")
    assert (of_police["Jul–Sep 2024"], of_police[ALL], of_police["Booked"]) == (4, 4, 5)
    assert line(before, "People who came, by agency", "Another agency or service")[ALL] == 2
    keeping.erase(event)
    assert not event.bookings.exists()
    assert list(report().numbers) == list(before.numbers)


def test_an_event_of_which_nobody_noted_who_came_is_said_to_be_one():
    come_to(held_on(date(2024, 8, 1)), 2, attendance="")
    come_to(held_on(date(2024, 8, 2)), 2)
    sentence = part(report(), "People who came").sentence
    assert sentence.startswith("2 people came to learning events")
    assert sentence.endswith("Of 1 event nobody noted who came.")


def test_that_everybody_stayed_away_is_known_when_the_bookings_are_deleted(editor):
    event = held_on(date(2024, 8, 1))
    come_to(event, 2, attendance="")
    listed = set(event.bookings.values_list("pk", flat=True))
    attending.note(event=event, listed=listed, came=set(), by=editor)
    before = report()
    assert "nobody noted" not in part(before, "People who came").sentence
    keeping.erase(event)
    assert list(report().numbers) == list(before.numbers)


def test_who_came_by_invitation_is_told_of_no_agency(police):
    event = held_on(date(2024, 8, 1), is_restricted=True)
    come_to(event, 2, agency=police)
    for _ in range(2):
        found = report()
        assert [row.name for row in table(found, "People who came, by agency").rows] == [INVITED]
        assert line(found, "People who came", SUMMER) == {"Booked": 2, "Came": 2, "Agencies": 0}
        keeping.erase(event)


def test_answers_are_counted_and_words_shown_of_three_or_more_and_never_by_invitation():
    day = date(2024, 9, 1)
    for words, number, is_restricted in (("Many", 3, False), ("Few", 2, False), ("Shut", 3, True)):
        event = held_on(date(2024, 7, 1), is_restricted=is_restricted)
        for nth in range(number):
            said = words if nth == 0 else ""
            Feedback.objects.create(event=event, used="often", changed=said, given_on=day)
    assert line(report(), "What changed", SUMMER)["Yes, often"] == 8
    assert given_in(YEAR) == ["Many"]
    assert given_in(of_year(ReportingYear(2023))) == []


def test_uses_of_briefings_count_teams_once_in_a_line(police):
    briefing = make_briefing(published_at=midnight(date(2024, 4, 1)))
    make_use(briefing, team="North", agency=police, used_on=date(2024, 6, 30), people=5)
    make_use(briefing, team="NORTH", agency=police, used_on=date(2024, 7, 1), people=6)
    make_use(briefing, team="West", used_on=date(2024, 7, 2), people=1)
    make_use(briefing, used_on=date(2024, 7, 3), people=50, state="waiting")
    found = report()
    assert line(found, "Briefings published", SPRING) == {"Published": 1}
    assert line(found, "Briefings used", SPRING) == {"Meetings": 1, "Teams": 1, "People": 5}
    assert line(found, "Briefings used", SUMMER) == {"Meetings": 2, "Teams": 2, "People": 7}
    assert line(found, "Briefings used", ALL) == {"Meetings": 3, "Teams": 2, "People": 12}
    assert line(found, "Briefings used, by agency", "Police") == {"People": 11, "Meetings": 2}


def test_subscribers_stand_at_the_end_of_a_quarter_and_stay_when_people_go():
    for month, subscribers in ((4, 10), (5, 20), (6, 15), (7, 17)):
        SubscriberMonth.objects.create(
            month=date(2024, month, 1), subscribers=subscribers, joined=month, left=1
        )
    person = Subscriber.objects.add("nurse@sample.example")
    edition = Edition.objects.create(
        number=1, month=date(2024, 5, 1), state="published",
        published_at=midnight(date(2024, 5, 2)),
    )  # fmt: skip
    sent = {"subscriber": person, "state": DeliveryState.SENT}
    at = midnight(date(2024, 5, 3))
    Delivery.objects.create(edition=edition, sent_at=at, **sent)
    Delivery.objects.create(since=at - timedelta(days=1), until=at, sent_at=at, **sent)
    before = report()
    assert list(line(before, "Subscribers", SPRING).values()) == [15, 15, 3, 0]
    assert list(line(before, "Subscribers", ALL).values()) == [17, 22, 4, 0]
    assert line(before, "Editions sent", SPRING) == {"Editions": 1, "Mails with an edition": 1}
    bulletin_keeping.delete_what_is_due()
    person.delete()
    assert list(report().numbers) == list(before.numbers)


def test_subscribers_of_a_time_that_runs_are_compared_with_the_end_of_a_month_that_is_named():
    today = timezone.localdate()
    then = date(today.year - 1, today.month, 1)
    SubscriberMonth.objects.create(month=then, subscribers=9)
    SubscriberMonth.objects.create(month=today.replace(day=1), subscribers=12)
    sentence = part(report(of_year(year_of(today))), "Subscribers").sentence
    assert sentence.endswith(f"(3 more than the 9 at the end of {then:%B %Y}).")


def test_recommendations_from_quarter_to_quarter():
    recommended(date(2023, 1, 1), due=date(2024, 6, 30), owner="Housing")
    recommended(date(2023, 1, 1), closed=date(2024, 8, 1), owner="Police")
    recommended(date(2024, 8, 1), closed=date(2024, 5, 1))  # before its review came out
    recommended(date(2024, 8, 1), closed=date(2024, 12, 31), status="not accepted")
    recommended(date(2023, 1, 1), status="done")  # nobody noted when
    recommended(timezone.localdate() + timedelta(days=2), status="done")  # of one to come
    found = report()
    lines = {row.name: row.numbers for row in table(found, "Recommendations closed").rows}
    assert lines == {
        SPRING: [2, 0, 0, 0, 0, 2, 1],
        SUMMER: [2, 2, 2, 0, 2, 2, 1],
        AUTUMN: [2, 0, 0, 1, 1, 1, 1],
        WINTER: [1, 0, 0, 0, 0, 1, 1],
        ALL: [2, 2, 2, 1, 3, 1, 1],
    }
    assert list(line(found, "Recommendations by owner", "Housing").values()) == [1, 1, 0]
    assert list(line(found, "Recommendations by owner", "Police").values()) == [0, 0, 1]
    assert "1 recommendation was closed on a day that nobody noted" in found.sections[-1].how[-1]


def test_actions_count_when_they_are_done_and_when_they_are_late(police):
    review = make_review()
    at, due = midnight(date(2024, 11, 5)), date(2024, 9, 1)
    done = {"state": Action.State.DONE, "evidence": "An audit", "changed_at": at}
    make_action(review, agency=police, due=due, **done)
    make_action(review, agency=police, due=due)
    of_police = line(report(), "Actions by agency", "Police")
    assert (of_police["Oct–Dec 2024"], of_police[ALL], of_police["Overdue at the end"]) == (1, 1, 1)


def test_database_notes_when_a_recommendation_is_closed_and_keeps_it(editor):
    one = recommended(date(2024, 8, 1))
    one.actions.create(
        review=one.review, agency=make_agency("Police"), due=date(2024, 9, 1), text="Meet."
    )
    action = one.actions.get()
    action.state, action.evidence = Action.State.DONE, "An audit"
    action_plan.save(action=action, by=editor)
    one.refresh_from_db()
    noted = one.closed_at
    assert noted is not None
    content.apply(one.review, content.snapshot(one.review))  # writes the row as a whole
    one.refresh_from_db()
    assert one.closed_at == noted
    Recommendation.objects.filter(pk=one.pk).update(status="under way")
    one.refresh_from_db()
    assert one.closed_at is None
