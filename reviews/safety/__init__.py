"""The safety gate: what a PDF holds besides what a reader sees, and a copy without it.

Works on any file, whoever it belongs to: nothing here knows a case review or a briefing.
"""

from reviews.safety.cleaner import CleaningError, clean
from reviews.safety.findings import Finding, Kind, Report, Severity
from reviews.safety.gate import inspect

__all__ = ["CleaningError", "Finding", "Kind", "Report", "Severity", "clean", "inspect"]
