"""How a sealed file lies on the disk: chunks of AES-256-GCM one after the other, nothing else.

After the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption
and its Nonce-Reuse Misuse-Resistance, 2015): the number of the chunk and whether it is the last
are part of the nonce, so that a chunk that is changed, moved, left out or taken from another file
does not open, and an end that is missing shows. A key seals one file, once: no nonce comes twice.
"""

from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

CHUNK = 65_536
TAG = 16
SEALED_CHUNK = CHUNK + TAG
KEY_BITS = 256
FORMAT = b"tscb sealed file 1"


class DamagedFileError(Exception):
    """The file was changed, cut off or mixed up on the disk, or the key is not its own."""


def new_key() -> bytes:
    return AESGCM.generate_key(KEY_BITS)


class Seal:
    """Seals and opens the chunks of one file."""

    def __init__(self, key: bytes, file_id: UUID) -> None:
        self._cipher = AESGCM(key)
        self._whose = FORMAT + file_id.bytes

    def seal(self, clear: bytes, number: int, *, last: bool) -> bytes:
        nonce = _nonce(number, last)
        return self._cipher.encrypt(nonce, clear, self._whose + nonce)

    def open(self, sealed: bytes, number: int, *, last: bool) -> bytes:
        nonce = _nonce(number, last)
        try:
            return self._cipher.decrypt(nonce, sealed, self._whose + nonce)
        except InvalidTag:
            raise DamagedFileError("A sealed file does not open.") from None


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def chunks_in(sealed_size: int) -> int:
    """How many chunks a file of that size on the disk has; even an empty file has one."""
    return max(1, -(-sealed_size // SEALED_CHUNK))


def clear_size(sealed_size: int) -> int:
    """The size of what is in it. Raises DamagedFileError where no file can have that size."""
    if (sealed_size % SEALED_CHUNK or SEALED_CHUNK) < TAG or not sealed_size:
        raise DamagedFileError("A sealed file was cut off.")
    return sealed_size - chunks_in(sealed_size) * TAG
