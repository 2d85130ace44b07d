"""Fictional content of the e-bulletin, for a site on one's own computer."""

from tscb.bulletin.subscribing import sample as subscribing


def load() -> None:
    subscribing.load()


def remove() -> None:
    subscribing.remove()
