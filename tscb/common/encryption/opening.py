"""Opens whatever a key of ours encrypted: the site's keys, or the key of a case."""

from tscb.common.encryption import case_tokens, keys


def decrypt(secret: bytes) -> bytes:
    """Raises cryptography.fernet.InvalidToken when no key fits or the bytes were changed;
    CaseKeyMissing, which is one, when the key of the case is gone."""
    if case_tokens.is_of_a_case(secret):
        return case_tokens.unseal(secret)
    return keys.decrypt(secret)
