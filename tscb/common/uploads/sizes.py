"""Sizes in words: “100 MB”, where Django says “100.0 MB”."""

from django.template.defaultfilters import filesizeformat


def in_words(size: int) -> str:
    return filesizeformat(size).replace(".0\xa0", "\xa0")
