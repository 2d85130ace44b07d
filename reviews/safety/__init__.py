"""The safety gate: what a PDF holds besides what a reader sees, and a copy without it.

Works on any file, whoever it belongs to: nothing here knows a case review or a briefing.
"""

from reviews.safety.cleaner import CleaningError, clean, draw, flatten
from reviews.safety.findings import Finding, Kind, Report, Severity
from reviews.safety.gate import SECONDS, inspect, texts_of

# Raised whenever the checks find more: what was checked before is then checked again.
VERSION = 4

__all__ = [
    "SECONDS",
    "VERSION",
    "CleaningError",
    "Finding",
    "Kind",
    "Report",
    "Severity",
    "clean",
    "draw",
    "flatten",
    "inspect",
    "texts_of",
]
