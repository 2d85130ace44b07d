"""Every state, every action, the person who wrote it last and a second one."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from reviews.models import CaseReview
from tests.factories import make_briefing, make_person, make_review
from tscb.board.roles import Role
from tscb.common.publishing import actions, history
from tscb.common.publishing.states import MOVES, Status, Who

pytestmark = pytest.mark.django_db

D, C, S, P, A, W = "draft", "checked", "scheduled", "published", "archived", "withdrawn"
STATES = (D, C, S, P, A, W)
PERSONS = ("writer", "second person")
# Where an action leads; what is not named is refused. The writer may do the same, but not check.
LEADS_TO = {
    "check": {D: C},
    "send_back": {C: D},
    "publish": {C: P, S: P},
    "archive": {P: A},
    "prolong": {P: P, A: P},
    "withdraw": {S: W, P: W, A: W},
    "take_up": {W: D},
}


def in_state(state: str, writer) -> CaseReview:
    """A review in this state that `writer` wrote and somebody else checked."""
    review = make_review(status=Status.DRAFT)
    fields = {"edited_by": writer, "edited_at": timezone.now(), "status": state}
    if state not in (D, W):
        fields |= {"checked_by": make_person(Role.EDITOR), "checked_at": timezone.now()}
    if state in (S, P, A, W):
        days = 2 if state == S else -2
        fields["published_at"] = timezone.now() + timedelta(days=days)
        fields["due_for_review_on"] = timezone.localdate() + timedelta(days=300)
    if state == S:
        fields["status"] = P
    if state == W:
        fields["withdrawn_at"] = timezone.now()
    CaseReview.objects.filter(pk=review.pk).update(**fields)
    return CaseReview.objects.get(pk=review.pk)


def seen_as(item: CaseReview) -> str:
    return S if item.is_scheduled else item.status


@pytest.mark.parametrize("person", PERSONS)
@pytest.mark.parametrize("action", LEADS_TO)
@pytest.mark.parametrize("state", STATES)
def test_each_action_in_each_state(state, action, person, editor, second_editor):
    item = in_state(state, editor)
    by = editor if person == "writer" else second_editor
    target = LEADS_TO[action].get(state)
    if action == "check" and person == "writer":
        target = None
    if target is None:
        with pytest.raises(ValidationError):
            getattr(actions, action)(item=item, by=by)
        assert seen_as(CaseReview.objects.get()) == state
        assert not history.HistoryEntry.objects.of(item).exists()
    else:
        getattr(actions, action)(item=item, by=by)
        assert seen_as(CaseReview.objects.get()) == target
        assert history.HistoryEntry.objects.of(item).get().by == by


def test_table_of_moves_names_every_action():
    assert set(MOVES) == {*LEADS_TO, "edit"}
    assert {name for name, move in MOVES.items() if move.who == Who.SECOND_PERSON} == {"check"}


@pytest.mark.parametrize("state", STATES)
def test_twins_agree_with_the_rules(state, editor, second_editor):
    item = in_state(state, editor)
    assert not actions.can_check(item, editor)
    assert actions.can_check(item, second_editor) == (state == D)
    assert actions.can_publish(item) == (state in (C, S))
    assert actions.can_archive(item) == (state == P)
    assert actions.can_prolong(item) == (state in (P, A))


@pytest.mark.parametrize("state", [D, C, S, W])
def test_edit_makes_a_draft_that_nobody_has_checked(state, editor, second_editor):
    item = actions.note_edit(item=in_state(state, editor), by=second_editor)
    assert (item.status, item.edited_by, item.checked_by) == (D, second_editor, None)
    assert item.published_at is None or item.published_at < timezone.now()
    with pytest.raises(ValidationError, match="second person"):
        actions.check(item=item, by=second_editor)
    assert actions.check(item=item, by=editor).status == C


def test_what_comes_back_keeps_its_first_date(editor, second_editor):
    item = in_state(P, editor)
    first = item.published_at
    actions.withdraw(item=item, by=editor)
    actions.take_up(item=item, by=editor)
    actions.check(item=item, by=second_editor)
    assert actions.publish(item=item, by=editor).published_at == first


def test_what_is_withdrawn_before_its_day_never_came_out(editor):
    """Whoever counts what came out goes by the date: none may be left for time to pass."""
    item = actions.withdraw(item=in_state(S, editor), by=editor)
    assert item.published_at is None
    assert actions.take_up(item=item, by=editor).published_at is None


@pytest.mark.parametrize(("app", "make"), [("reviews", make_review), ("briefings", make_briefing)])
def test_migration_takes_the_date_of_what_was_withdrawn_before_its_day(app, make):
    now = timezone.now()
    for days in (-1, 1):
        day = now + timedelta(days=days)
        make(status=W, withdrawn_at=now, published_at=day)
    migration = import_module(f"{app}.migrations.0017_withdrawn_before_its_day")
    migration.forget_days_that_never_came(apps, None)
    model = apps.get_model(app, "CaseReview" if app == "reviews" else "Briefing")
    left = model.objects.order_by("pk").values_list("published_at", flat=True)
    assert list(left) == [now - timedelta(days=1), None]


def test_scheduled_page_is_public_when_its_time_comes(editor, second_editor, monkeypatch):
    at = timezone.now() + timedelta(days=2)
    item = actions.publish(item=in_state(C, editor), by=second_editor, at=at)
    assert history.HistoryEntry.objects.of(item).get().event.startswith("Scheduled for")
    assert not CaseReview.objects.published().exists()
    monkeypatch.setattr(timezone, "now", lambda: at)
    assert CaseReview.objects.published().exists()


def test_briefing_has_no_publication_period(editor):
    briefing = make_briefing()
    assert not actions.can_archive(briefing)
    for action in (actions.archive, actions.prolong):
        with pytest.raises(ValidationError, match="publication period"):
            action(item=briefing, by=editor)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"checked_at": timezone.now()}, "checked_when_by_whom"),
        ({"checked_by": "writer", "checked_at": timezone.now()}, "two_people"),
        ({"checked_by": None, "checked_at": None}, "public_when_checked"),
    ],
    ids=["checked by nobody", "one person is both", "public unchecked"],
)
def test_database_refuses(fields, constraint, editor):
    item = in_state(P, editor)
    if fields.get("checked_by") == "writer":
        fields = {**fields, "checked_by": editor}
    elif "checked_by" not in fields:
        fields = {**fields, "checked_by": None}
    with pytest.raises(IntegrityError, match=constraint):
        CaseReview.objects.filter(pk=item.pk).update(**fields)


def test_database_refuses_a_changed_history(editor):
    item = in_state(D, editor)
    assert str(history.record(item, "Written", by=editor)) == "Written"
    with pytest.raises(Exception, match="Cannot update or delete"):
        history.HistoryEntry.objects.of(item).update(event="Nothing happened")
