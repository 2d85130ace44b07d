"""7 minute briefings, a file a subject."""

from briefings.models.briefing import Briefing, Variant
from briefings.models.parts import BriefingDocument, BriefingSection, Question

__all__ = ["Briefing", "BriefingDocument", "BriefingSection", "Question", "Variant"]
