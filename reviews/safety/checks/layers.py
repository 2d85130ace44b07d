"""Layers that are switched off, and that any reader can switch on."""

from collections.abc import Iterator

import pikepdf

from reviews.safety.document import Document, text_of
from reviews.safety.findings import Finding, Kind, Severity, joined


def hidden_layers(document: Document) -> Iterator[Finding]:
    names = names_of_hidden_layers(document.pdf)
    if names:
        yield Finding(
            Kind.HIDDEN_LAYER,
            Severity.CRITICAL,
            None,
            "Layers are switched off. Any reader can switch them on: delete them at the source.",
            joined(names),
        )


def names_of_hidden_layers(pdf: pikepdf.Pdf) -> list[str]:
    """Off at first, in print only, or on screen only: all can be shown by a reader."""
    layers = pdf.Root.get("/OCProperties")
    if not isinstance(layers, pikepdf.Dictionary):
        return []
    setting = layers.get("/D", pikepdf.Dictionary())
    everything, off = _list(layers, "/OCGs"), _list(setting, "/OFF")
    if setting.get("/BaseState") == "/OFF":
        off = [layer for layer in everything if layer not in _list(setting, "/ON")]
    off += [layer for layer in everything if _sometimes_off(layer)]
    return [text_of(layer.get("/Name")) or "without a name" for layer in off]


def _list(holder: pikepdf.Object, key: str) -> list[pikepdf.Object]:
    found = holder.get(key)
    if not isinstance(found, pikepdf.Array):
        return []
    return [layer for layer in found if isinstance(layer, pikepdf.Dictionary)]


def _sometimes_off(layer: pikepdf.Object) -> bool:
    usage = layer.get("/Usage")
    states = [
        _entry(_entry(usage, "/Print"), "/PrintState"),
        _entry(_entry(usage, "/View"), "/ViewState"),
    ]
    return "/OFF" in [text_of(state) for state in states]


def _entry(thing: object, key: str) -> object:
    return thing.get(key) if isinstance(thing, pikepdf.Dictionary) else None
