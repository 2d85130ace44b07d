"""The checks, a file a subject. To add one, write a function and put it into a table here."""

from collections.abc import Callable, Iterator

from reviews.safety.checks.actions import actions, scripts
from reviews.safety.checks.annotations import annotations
from reviews.safety.checks.attachments import attachments
from reviews.safety.checks.forms import form_fields
from reviews.safety.checks.hidden_text import hidden_text, off_page_text, tiny_text
from reviews.safety.checks.layers import hidden_layers
from reviews.safety.checks.patterns import personal_details, personal_details_elsewhere
from reviews.safety.checks.pictures import picture_data
from reviews.safety.checks.properties import private_data, properties
from reviews.safety.checks.replacement import replacement_text
from reviews.safety.checks.scans import page_without_text, scan_text
from reviews.safety.checks.versions import earlier_versions
from reviews.safety.checks.whole import cut_off, protection
from reviews.safety.document import Document
from reviews.safety.findings import Finding
from reviews.safety.page import Page

PAGE_CHECKS: list[Callable[[Page], Iterator[Finding]]] = [
    hidden_text,
    off_page_text,
    tiny_text,
    scan_text,
    page_without_text,
    personal_details,
]

# These come after the pages, whose text they know.
DOCUMENT_CHECKS: list[Callable[[Document], Iterator[Finding]]] = [
    cut_off,
    protection,
    annotations,
    hidden_layers,
    earlier_versions,
    attachments,
    scripts,
    actions,
    form_fields,
    replacement_text,
    picture_data,
    properties,
    private_data,
    personal_details_elsewhere,
]
