"""Fictional content of the e-bulletin, for a site on one's own computer."""

from tscb.bulletin.editions import sample as editions
from tscb.bulletin.subscribing import sample as subscribing


def load() -> None:
    subscribing.load()
    editions.load()


def remove() -> None:
    editions.remove()
    subscribing.remove()
