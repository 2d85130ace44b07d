"""Sums with colours: how far two stand apart for the eye (WCAG 2.2), and shades of one."""

import re

HEX = re.compile(r"#[0-9a-f]{6}")
SHORT = re.compile(r"#?([0-9a-f])([0-9a-f])([0-9a-f])")
BLACK, WHITE = "#000000", "#ffffff"
STEPS = 200


def as_hex(given: str) -> str:
    """“0B4F5C”, “#0b4f5c” and “#abc” as the site writes them; anything else as it came."""
    text = given.strip().lower()
    if short := SHORT.fullmatch(text):
        return "#" + "".join(2 * one for one in short.groups())
    return text if text.startswith("#") else f"#{text}"


def channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return red, green, blue


def luminance(colour: str) -> float:
    linear = [_linear(value / 255) for value in channels(colour)]
    return sum(share * value for share, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """From 1 for the same to 21 for black and white."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """`share`: how much of the other there is in it, from 0 to 1."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def darkened(colour: str, grounds: list[str], least: float) -> str:
    """The nearest darker shade that stands out from each of the light grounds."""
    shades = (mixed(colour, BLACK, step / STEPS) for step in range(STEPS + 1))
    return next(one for one in shades if stands_out(one, grounds, least))


def stands_out(colour: str, grounds: list[str], least: float) -> bool:
    return all(contrast(colour, ground) >= least for ground in grounds)
