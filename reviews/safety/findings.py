"""The words of the gate: a finding, how severe it is, and the report of all of them."""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Self

LONGEST_EXCERPT = 160


class Severity(StrEnum):
    """CRITICAL: no cleaning helps, the document has to be made again. WARNING: a person has to
    look. NOTE: nothing to decide."""

    CRITICAL = "critical"
    WARNING = "warning"
    NOTE = "note"


class Kind(StrEnum):
    """What was found."""

    UNREADABLE = "unreadable"
    PROTECTION = "protection"
    PROPERTIES = "document properties"
    ATTACHMENT = "embedded file"
    SCRIPT = "script"
    ACTION = "action"
    FORM_FIELD = "form field"
    REDACTION_MARK = "redaction mark"
    ANNOTATION = "annotation"
    COVERED_TEXT = "covered text"
    INVISIBLE_TEXT = "invisible text"
    OFF_PAGE_TEXT = "text off the page"
    TINY_TEXT = "tiny text"
    SCAN_TEXT = "text layer of a scan"
    NO_TEXT = "page without text"
    REPLACEMENT_TEXT = "replacement text"
    HIDDEN_LAYER = "hidden layer"
    EARLIER_VERSION = "earlier version"
    PICTURE_DATA = "picture data"
    PRIVATE_DATA = "private data"
    NHS_NUMBER = "NHS number"
    LIFE_DATE = "date of birth or death"
    EMAIL = "e-mail address"
    POSTCODE = "postcode"
    PHONE = "telephone number"
    NI_NUMBER = "National Insurance number"
    UPRN = "property reference number"
    CAR = "car registration"
    NAME_WITH_BIRTH = "full name beside a date of birth"
    INITIALS_WITH_DATE = "pair of initials with a date"
    LINKED_NAME = "answer from the linked referral"

    @property
    def with_article(self) -> str:
        """As it is spoken: an NHS number, a postcode."""
        return f"{'an' if self in (Kind.NHS_NUMBER, Kind.EMAIL) else 'a'} {self}"


@dataclass(frozen=True)
class Finding:
    """One thing that a reader does not see or should not read; `page` counts from 1.

    `cleaned`: the copy that `clean` makes is free of it. `places` are letters of the page's text,
    for the picture of the page: from one, up to but not including another.
    """

    kind: Kind
    severity: Severity
    page: int | None
    message: str
    excerpt: str = ""
    cleaned: bool = False
    places: tuple[tuple[int, int], ...] = ()

    @property
    def key(self) -> str:
        """The same for the same finding, so that a reason stays with it."""
        said = f"{self.kind}|{self.page}|{self.message}|{self.excerpt}"
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    @property
    def needs_reason(self) -> bool:
        return self.severity is Severity.WARNING and not self.cleaned

    @property
    def matters(self) -> bool:
        """Somebody has to do something about it: mend the file, or say why it may stay."""
        return self.needs_reason or (self.severity is Severity.CRITICAL and not self.cleaned)

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> Self:
        kind, severity = Kind(said["kind"]), Severity(said["severity"])
        places = tuple((start, end) for start, end in said.get("places", ()))
        return cls(**said | {"kind": kind, "severity": severity, "places": places})


@dataclass(frozen=True)
class Report:
    """All that was found, and the text for a second person to read."""

    findings: list[Finding] = field(default_factory=list)
    pages: int = 0
    text_by_page: list[str] = field(default_factory=list)
    other_text: list[str] = field(default_factory=list)  # bookmarks, alternative texts, title
    out_of_time: bool = False

    @property
    def blocking(self) -> list[Finding]:
        """What stands in the way of publishing whatever anybody says."""
        return [found for found in self.findings if found.severity is Severity.CRITICAL]

    @property
    def left_after_cleaning(self) -> list[Finding]:
        return [found for found in self.findings if not found.cleaned]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> Self:
        findings = [Finding.from_json(found) for found in said["findings"]]
        return cls(**said | {"findings": findings})


def shortened(text: str) -> str:
    """An excerpt on one line, cut where it becomes too long to read in a list."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_EXCERPT else line[: LONGEST_EXCERPT - 1] + "…"


def joined(texts: Iterable[str]) -> str:
    """Several excerpts as one, each named once, in order."""
    return shortened("; ".join(dict.fromkeys(text for text in texts if text)))
