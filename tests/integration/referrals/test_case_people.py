"""Who leads a case, who may see it and who must not: on one page, changed by whom it is for."""

import pytest
from django.test import Client

from referrals.casework.recusing import recuse
from referrals.models import AuditEvent, Case, Recusal, Referral, Verb
from tests.factories import make_person, sign_in
from tests.factories.referrals import received, text_of
from tscb.board.models import User
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
REASON = "The family lives next door to me"


@pytest.fixture
def case(db) -> Referral:
    return received()


@pytest.fixture
def coordinator(db) -> User:
    return make_person(Role.COORDINATOR, first_name="Cora", last_name="Example")


@pytest.fixture
def desk(coordinator) -> Client:
    return sign_in(Client(), coordinator)


@pytest.fixture
def panel(panel_member) -> Client:
    return sign_in(Client(), panel_member)


def at(case: Referral, page: str = "") -> str:
    return f"/panel/referrals/{case.pk}/people/{page}"


def lead_of(case: Referral) -> User | None:
    return Case.objects.get(pk=case.pk).lead


def verbs(case: Referral) -> list[str]:
    looking = [Verb.READ, Verb.REFUSED]
    done = AuditEvent.objects.filter(referral_id=case.pk).exclude(verb__in=looking)
    return list(done.order_by("pk").values_list("verb", flat=True))


def test_member_takes_a_case_on_once_and_gives_it_up(case, panel, panel_member):
    for _ in range(2):
        page = panel.post(at(case, "lead/"), follow=True)
    assert "You lead this case now" in text_of(page)
    assert lead_of(case) == panel_member
    assert "Nobody leads this case now" in text_of(
        panel.post(at(case, "lead/"), {"give_up": "1"}, follow=True)
    )
    assert lead_of(case) is None
    assert verbs(case) == [Verb.TAKEN_ON, Verb.GIVEN_UP]


def test_what_somebody_else_leads_is_neither_taken_nor_given_up(case, panel, coordinator):
    Case.objects.update(lead=coordinator)
    assert "taken this case on already" in text_of(panel.post(at(case, "lead/"), follow=True))
    refused = panel.post(at(case, "lead/"), {"give_up": "1"}, follow=True)
    assert "You do not lead this case" in text_of(refused)
    assert lead_of(case) == coordinator


def test_coordinator_hands_a_case_to_whoever_may_see_it(case, desk, panel_member):
    recused = make_person(Role.PANEL_MEMBER)
    recuse(referral_id=case.pk, person=recused, reason=REASON, by=recused)
    refused = desk.post(at(case, "hand-over/"), {"to": recused.pk})
    assert "Choose somebody from the list" in text_of(refused)
    page = desk.post(at(case, "hand-over/"), {"to": panel_member.pk}, follow=True)
    assert "The lead is handed over" in text_of(page)
    assert lead_of(case) == panel_member
    event = AuditEvent.objects.get(verb=Verb.HANDED_OVER)
    assert event.about == f"person {panel_member.pk}"


def test_restricted_case_is_seen_by_the_chosen_alone_until_it_is_opened(
    case, desk, coordinator, panel_member
):
    left_out = make_person(Role.PANEL_MEMBER)
    Case.objects.update(lead=left_out)
    chosen = {"readers": [coordinator.pk, panel_member.pk], "reason": "A colleague’s child"}
    assert "only the people you chose" in text_of(
        desk.post(at(case, "restrict/"), chosen, follow=True)
    )
    assert case not in Referral.objects.visible_to(left_out)
    assert case in Referral.objects.visible_to(panel_member)
    assert lead_of(case) is None
    page = text_of(desk.get(at(case)))
    assert "Restricted to 2 people" in page
    assert "A colleague’s child" in page
    desk.post(at(case, "open/"), {"reason": "It is known to all now"})
    assert case in Referral.objects.visible_to(left_out)
    assert verbs(case) == [Verb.RESTRICTED, Verb.UNRESTRICTED]


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        (["coordinator"], "Choose at least two people"),
        (["one", "other"], "Choose yourself too"),
        ([], "Choose who may see this case"),
        (["editor", "coordinator"], "Choose people from the list"),
    ],
)
def test_case_is_not_shut_so_that_nobody_could_go_on(case, desk, coordinator, who, sentence):
    people = {
        "coordinator": coordinator,
        "one": make_person(Role.PANEL_MEMBER),
        "other": make_person(Role.PANEL_MEMBER),
        "editor": make_person(Role.EDITOR),
    }
    chosen = {"readers": [people[name].pk for name in who], "reason": REASON}
    assert sentence in text_of(desk.post(at(case, "restrict/"), chosen))
    assert not Case.objects.get(pk=case.pk).is_restricted


def test_reasons_are_shown_to_who_steers_alone(case, desk, panel):
    person = make_person(Role.PANEL_MEMBER, first_name="Rae", last_name="Example")
    recuse(referral_id=case.pk, person=person, reason=REASON, by=person)
    assert REASON in text_of(desk.get(at(case)))
    page = text_of(panel.get(at(case)))
    assert "Rae Example" in page
    assert REASON not in page


def test_declaring_a_conflict_gives_the_lead_up_and_shuts_the_case_at_once(
    case, panel, panel_member
):
    Case.objects.update(lead=panel_member)
    assert "Say why" in text_of(panel.post(at(case, "conflict/"), {"reason": ""}))
    page = panel.post(at(case, "conflict/"), {"reason": REASON}, follow=True)
    assert "You no longer see anything of the case" in text_of(page)
    assert panel.get(at(case)).status_code == 404
    assert panel.post(at(case, "conflict/"), {"reason": REASON}).status_code == 404
    assert lead_of(case) is None


def test_the_chair_alone_ends_a_conflict_and_once(case, desk, panel_member):
    recusal = recuse(referral_id=case.pk, person=panel_member, reason=REASON, by=panel_member)
    ending = at(case, f"conflict/{recusal.pk}/end/")
    assert desk.post(ending).status_code == 403
    assert "End it" not in text_of(desk.get(at(case)))
    chair = sign_in(Client(), make_person(Role.INDEPENDENT_CHAIR))
    assert "no conflict of interest any more" in text_of(chair.post(ending, follow=True))
    assert case in Referral.objects.visible_to(panel_member)
    assert "has ended already" in text_of(chair.post(ending, follow=True))
    assert Recusal.objects.get().ended_by is not None
