"""Published case reviews and what they teach, a file a subject."""

from reviews.models.action import Action
from reviews.models.case_review import AgeBand, CaseReview
from reviews.models.document import Document, DocumentRole, ReviewDocument
from reviews.models.learning import LearningPoint, Recommendation
from reviews.models.name_reason import NameReason
from reviews.models.report_page import PageText, ReportPage
from reviews.models.scenario import CaseScenario
from reviews.models.search_entry import Entry, ListChange, SearchEntry
from reviews.models.theme_material import ResearchMessage, Resource, ResourceKind
from reviews.models.vocabulary import Harm, ReviewType, Theme

__all__ = [
    "Action",
    "AgeBand",
    "CaseReview",
    "CaseScenario",
    "Document",
    "DocumentRole",
    "Entry",
    "Harm",
    "LearningPoint",
    "ListChange",
    "NameReason",
    "PageText",
    "Recommendation",
    "ReportPage",
    "ResearchMessage",
    "Resource",
    "ResourceKind",
    "ReviewDocument",
    "ReviewType",
    "SearchEntry",
    "Theme",
]
