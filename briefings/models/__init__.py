"""7 minute briefings, a file a subject."""

from briefings.models.briefing import Briefing, Variant
from briefings.models.parts import BriefingDocument, BriefingResource, BriefingSection, Question

__all__ = [
    "Briefing",
    "BriefingDocument",
    "BriefingResource",
    "BriefingSection",
    "Question",
    "Variant",
]
