"""What a worried person has to know, in one other language: three sentences beside the numbers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class InLanguage:
    """`code` and `direction` are the `lang` and `dir` of the words on a page."""

    code: str
    name: str
    own_name: str
    direction: str
    in_danger: str
    worried: str
    interpreter: str
    is_sample: bool = False
