"""The letter of a delivery, from what is public and wanted at the moment it goes."""

from tscb.bulletin.alerts.letter import letter_of_alert
from tscb.bulletin.editions.letter import letter_of
from tscb.bulletin.letters import Kind, Letter, links_of
from tscb.bulletin.models import Delivery, Rhythm, Sending


def kind_of(delivery: Delivery) -> Kind:
    return Kind.BULLETIN if delivery.edition_id else Kind.ALERTS


def letter_for(delivery: Delivery) -> Letter | None:
    """None where nothing goes any more: not wanted, stopped by staff, or nothing left to say."""
    subscriber = delivery.subscriber
    if subscriber is None or not is_wanted(delivery):
        return None
    links = links_of(subscriber, kind_of(delivery))
    if delivery.edition:
        return letter_of(delivery.edition, links)
    return letter_of_alert(delivery, subscriber, links)


def is_wanted(delivery: Delivery) -> bool:
    """Whether its reader can be reached, and still asks for it."""
    subscriber = delivery.subscriber
    if subscriber is None or not subscriber.is_confirmed or subscriber.stopped_at:
        return False
    if delivery.edition:
        return subscriber.wants_bulletin and delivery.edition.sending != Sending.STOPPED
    return subscriber.alerts != Rhythm.NEVER
