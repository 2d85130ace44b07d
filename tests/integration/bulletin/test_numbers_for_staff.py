"""Staff see how many get letters and from which agencies, never who."""

import pytest

from tests.factories import make_theme
from tests.factories.bulletin import make_subscriber
from tests.factories.reviews import make_agency
from tests.integration.bulletin.test_subscribing import text
from tscb.bulletin import background, counting
from tscb.bulletin.models import Subscriber, SubscriberMonth

pytestmark = pytest.mark.django_db
HERE = "/admin/bulletin/subscribermonth/"
ME = "pat.practitioner@sample.example"


@pytest.fixture
def reader():
    reader = make_subscriber(ME, agency=make_agency("Sample Trust"), alerts="weekly")
    reader.themes.add(make_theme("Neglect"))
    return reader


def test_staff_see_numbers_and_no_address(editor_client, reader):
    make_subscriber(alerts="at once", every_theme=True)
    make_subscriber(stopped_at="2026-03-01T00:00Z", agency=reader.agency)
    counting.joined()
    background.work()
    page = text(editor_client.get(HERE))
    assert "<strong>2</strong> people get" in page
    assert SubscriberMonth.objects.get().subscribers == 2
    for row in ("Sample Trust</th><td>1", "Neglect</th><td>1", "Every theme</th><td>1"):
        assert row in page
    for row in ("E-bulletin</th><td>2", "once a week</th><td>1", "another agency</th><td>1"):
        assert row in page
    assert ME not in page


def test_somebody_who_phones_is_found_by_the_address_and_deleted(editor_client, reader):
    assert "Nothing is kept" in text(editor_client.post(HERE, {"email": "no@sample.example"}))
    page = text(editor_client.post(HERE, {"email": ME.upper()}))
    assert "Gets the e-bulletin; alerts: once a week" in page
    for _ in range(2):
        gone = editor_client.post(f"{HERE}remove/", {"email": ME}, follow=True)
        assert "Nothing is kept about this address any more" in text(gone)
    assert not Subscriber.objects.exists()
