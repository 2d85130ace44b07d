"""The recommendation: kept as a draft, sent to the chair, taken or sent back with its reason."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from referrals.deciding import recommending
from referrals.deciding.criteria import SETS, as_told
from referrals.models import AuditEvent, PanelRecommendation, Referral, Status, Verb
from referrals.models.status import WrongState
from reviews import facts
from tests.factories import make_person
from tests.factories.deciding import (
    RATIONALE,
    again,
    chair,
    coordinator,
    recommended,
    whole,
    with_panel,
)
from tscb.board.roles import Role
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db


def keep(referral: Referral, by, said=None, seen: str = recommending.NEW) -> PanelRecommendation:
    return recommending.save_draft(
        referral_id=referral.pk, said=said or {"rationale": "Half a thought"}, seen=seen, by=by
    )


def test_draft_keeps_whatever_was_typed_and_moves_nothing():
    by = coordinator()
    referral = with_panel(by)
    keep(referral, by, {"conclusion": "nonsense", "rationale": "Half a thought", "era": "1066"})
    draft = again(referral)
    assert (draft.said["rationale"], draft.outcome, draft.era) == ("Half a thought", "", "2015")
    assert Referral.objects.get().status == Status.WITH_PANEL


def test_who_saved_in_between_is_not_written_over_unseen():
    one, other = coordinator(), coordinator()
    referral = with_panel(one)
    seen = recommending.mark_of(keep(referral, one))
    newer = keep(referral, other, {"rationale": "Another thought"}, seen)
    with pytest.raises(WrongState, match="saved this recommendation after you opened it"):
        keep(referral, one, {"rationale": "Mine"}, seen)
    assert again(referral).said["rationale"] == "Another thought"
    keep(referral, one, {"rationale": "Mine"}, recommending.mark_of(newer))
    assert again(referral).said["rationale"] == "Mine"


@pytest.mark.parametrize("era", list(SETS))
def test_recommendation_keeps_each_criterion_as_it_was_worded(era):
    referral = recommended(said=whole(era))
    row = again(referral)
    assert [one["answer"] for one in row.said["criteria"]] == ["yes"] * len(SETS[era].criteria)
    assert row.said["criteria"][0]["words"] == SETS[era].criteria[0].words
    assert row.said["wording"] == SETS[era].wording
    assert row.meeting_on == timezone.localdate() - timedelta(days=2)


def test_recommending_moves_the_case_and_tells_the_chair_nothing_of_it():
    independent, recused = chair(), chair()
    by = coordinator()
    facts.set_up()
    referral = with_panel(by)
    referral.recusals.create(person=recused, reason="A neighbour")
    keep(referral, by, whole())
    recommending.recommend(referral_id=referral.pk, by=by)
    assert Referral.objects.get().status == Status.RECOMMENDED
    (mail,) = OutgoingMail.objects.filter(subject__startswith="A recommendation")
    assert mail.to == independent.email
    assert f"/panel/referrals/{referral.pk}/decision/" in mail.body
    assert RATIONALE not in mail.body
    assert AuditEvent.objects.filter(verb=Verb.RECOMMENDED, actor_id=by.pk).count() == 1


def test_nothing_is_recommended_before_it_is_written_or_before_the_panel_met():
    by = coordinator()
    referral = with_panel(by)
    with pytest.raises(WrongState, match="not written yet"):
        recommending.recommend(referral_id=referral.pk, by=by)
    facts.set_up()
    early = with_panel(by, met=-3)
    keep(early, by, whole())
    with pytest.raises(WrongState, match="has not met yet"):
        recommending.recommend(referral_id=early.pk, by=by)


def test_what_is_sent_back_stays_and_the_next_begins_as_its_copy():
    by = coordinator()
    referral = recommended(by)
    recommending.send_back(referral_id=referral.pk, reason="Say more of the family", by=chair())
    assert Referral.objects.get().status == Status.WITH_PANEL
    (first,) = PanelRecommendation.objects.all()
    assert first.why_ended == "Say more of the family"
    second = keep(referral, by, {"family": "They were asked twice"})
    assert (second.number, second.said["rationale"]) == (2, RATIONALE)
    assert second.is_draft
    assert PanelRecommendation.objects.get(number=1).said["family"] != second.said["family"]


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.INDEPENDENT_CHAIR, Role.EDITOR])
def test_coordinators_alone_write_it(role):
    referral = with_panel()
    with pytest.raises(PermissionDenied):
        keep(referral, make_person(role))


def test_dissent_is_read_back_by_who_and_what():
    referral = recommended(said=whole(dissent_who_1="Police", dissent_what_1="Too early"))
    assert again(referral).dissents == [("Police", "Too early")]


def test_criteria_say_how_they_seem_by_the_referral():
    told = as_told(with_panel().answers)
    assert told["2015_died"] == "Seems to be met"
    assert told["2018_died"] == "Seems to be met"
    assert set(told) == {one.key for own in SETS.values() for one in own.criteria}
