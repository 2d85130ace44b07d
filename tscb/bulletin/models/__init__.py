"""The e-bulletin, a file a subject."""

from tscb.bulletin.models.delivery import Delivery, DeliveryState
from tscb.bulletin.models.edition import Edition, EditionState, Sending
from tscb.bulletin.models.edition_item import About, EditionItem
from tscb.bulletin.models.month import SubscriberMonth
from tscb.bulletin.models.subscriber import AddressChange, Rhythm, Subscriber

__all__ = [
    "About",
    "AddressChange",
    "Delivery",
    "DeliveryState",
    "Edition",
    "EditionItem",
    "EditionState",
    "Rhythm",
    "Sending",
    "Subscriber",
    "SubscriberMonth",
]
