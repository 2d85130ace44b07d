"""What a page of questions fills: a row that keeps answers, and beside them what was typed and is
none yet. A referral is one, an agency's summary another."""

from typing import Any, Protocol


class Filled(Protocol):
    answers: dict[str, Any]
    unfinished: dict[str, Any]
