"""7 minute briefings, a file a subject."""

from briefings.models.briefing import Briefing, Variant
from briefings.models.headings import UsualHeading
from briefings.models.parts import (
    BriefingDocument,
    BriefingResource,
    BriefingSection,
    DocumentPage,
    Question,
)
from briefings.models.search_entry import BriefingEntry
from briefings.models.use import BriefingUse, UseState
from briefings.models.year_archive import ArchiveState, YearArchive

__all__ = [
    "ArchiveState",
    "Briefing",
    "BriefingDocument",
    "BriefingEntry",
    "BriefingResource",
    "BriefingSection",
    "BriefingUse",
    "DocumentPage",
    "Question",
    "UseState",
    "UsualHeading",
    "Variant",
    "YearArchive",
]
