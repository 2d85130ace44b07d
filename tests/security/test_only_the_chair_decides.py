"""Promise: nobody but the independent chair decides a case or takes a decision back, whatever other
rights they have, and the try is recorded."""

import pytest
from django.test import Client
from django.utils import timezone

from referrals.models import AuditEvent, ChairDecision, Referral, Verb
from tests.factories import make_person, sign_in
from tests.factories.deciding import day_parts, decided, recommended
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
OTHERS = [role for role in Role if role != Role.INDEPENDENT_CHAIR]


def mighty() -> Client:
    """All roles but one, and a superuser's rights."""
    return sign_in(Client(), make_person(*OTHERS, is_superuser=True))


@pytest.mark.parametrize("made", [recommended, decided])
def test_all_other_rights_together_do_not_suffice(made):
    referral = made()
    before, at = referral.status, f"/panel/referrals/{referral.pk}/decision/"
    typed = {"agrees": "yes", "reasons": "Mine", "next_steps": "Mine", "reason": "Mine"}
    client = mighty()
    for page in ("decide/", "take-back/"):
        for more in ({}, {"keep": "yes"}):
            answer = client.post(at + page, {**typed, **more, **day_parts(timezone.localdate())})
            assert answer.status_code == 403
    assert Referral.objects.get().status == before
    assert not [one for one in ChairDecision.objects.all() if "Mine" in str(one.said)]
    assert AuditEvent.objects.filter(verb=Verb.REFUSED, referral_id=referral.pk).count() == 4
