"""Why a file is not taken: a word for the reason, which sentences.py turns into a sentence."""


class Refused(Exception):
    """`facts` go into the sentence; they never quote the file."""

    def __init__(self, reason: str, **facts: str) -> None:
        super().__init__(reason)
        self.reason, self.facts = reason, facts
