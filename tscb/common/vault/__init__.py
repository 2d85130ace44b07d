"""Files that lie encrypted on the disk from their first byte to their last, and are read and
written as streams. Knows nothing of referrals; who may open a file is decided elsewhere.

Each file has a key of its own, which its row keeps wrapped in the site's key: rotating the site's
keys wraps the small key anew and leaves the file as it is.
"""

from tscb.common.vault.chunks import DamagedFileError, new_key
from tscb.common.vault.opening import SealedReader
from tscb.common.vault.receiving import SealedUpload, SealingHandler
from tscb.common.vault.sealing import SealedWriter
from tscb.common.vault.store import Vault

__all__ = [
    "DamagedFileError",
    "SealedReader",
    "SealedUpload",
    "SealedWriter",
    "SealingHandler",
    "Vault",
    "new_key",
]
