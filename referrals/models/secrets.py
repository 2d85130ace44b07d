"""Random things that people hold: a draft's cookie, its return code, a referral's reference.

Only the digest of a secret is ever stored, so a copy of the database opens no draft.
"""

import re
import secrets

# No vowels (no accidental words), nothing that looks like something else when written by hand.
ALPHABET = "23456789BCDFGHJKMNPQRTVWXYZ"
RETURN_CODE_LENGTH = 20  # log2(27) * 20 = 95 bits
REFERENCE_LENGTH = 8


def new_token() -> str:
    return secrets.token_urlsafe(32)


def new_return_code() -> str:
    """Twenty characters in groups of four, to be written down on paper."""
    return grouped(random_characters(RETURN_CODE_LENGTH))


def new_reference() -> str:
    """A reference says nothing of the case, its date, or how many there are."""
    return "R-" + grouped(random_characters(REFERENCE_LENGTH))


def read_reference(typed: str) -> str:
    """A reference as we made it, however it was typed; empty for what cannot be one."""
    characters = "".join(c for c in typed.upper() if c in ALPHABET)
    if len(characters) == REFERENCE_LENGTH + 1:
        characters = characters.removeprefix("R")
    return "R-" + grouped(characters) if len(characters) == REFERENCE_LENGTH else ""


def random_characters(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def grouped(characters: str) -> str:
    return "-".join(re.findall(".{4}", characters))


def read_return_code(typed: str) -> str:
    """The code as we made it, however it was typed: small letters, spaces, no hyphens."""
    return grouped("".join(c for c in typed.upper() if c in ALPHABET))
