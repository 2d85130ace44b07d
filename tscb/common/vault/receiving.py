"""Takes uploads straight into a vault: no byte of them is ever on the disk in the clear, and no
more of them than a chunk in memory.
"""

from typing import IO, Any
from uuid import uuid4

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from tscb.common.vault.chunks import new_key
from tscb.common.vault.opening import SealedReader
from tscb.common.vault.sealing import SealedWriter
from tscb.common.vault.store import Vault


class SealedUpload(UploadedFile):
    """A file that lies sealed in the vault. Unless somebody calls `keep`, it goes at the end of
    the request, whatever ended it. `too_large`: it was longer than allowed, and is gone already.
    """

    def __init__(self, vault: Vault, name: str) -> None:
        super().__init__(name=name)
        self.vault = vault
        self.file_id, self.key = uuid4(), new_key()
        self.digest = ""
        self.too_large = False
        self._kept = False

    @classmethod
    def of(cls, vault: Vault, name: str, content: bytes) -> "SealedUpload":
        """For content that is here already."""
        upload = cls(vault, name)
        file = vault.create(upload.file_id)
        writer = SealedWriter(file, upload.key, upload.file_id)
        writer.write(content)
        writer.finish()
        vault.settle(file, upload.file_id)
        upload.size, upload.digest = writer.size, writer.digest
        return upload

    def reader(self) -> SealedReader:
        return self.vault.open(self.file_id, self.key)

    def keep(self) -> None:
        self._kept = True

    def close(self) -> None:
        if not self._kept:
            self.vault.delete(self.file_id)


class SealingHandler(FileUploadHandler):
    """Each file of a request sealed into the vault, up to `most` bytes; of a longer one, the rest
    is read away, so that the files after it still arrive.

    A subclass may turn a file away before its first byte: `admits`.
    """

    upload: SealedUpload | None = None
    _file: IO[bytes]
    _writer: SealedWriter

    def __init__(self, request: Any, *, vault: Vault, most: int) -> None:
        super().__init__(request)
        self.vault, self.most = vault, most

    def admits(self) -> bool:
        """Asked before each file."""
        return True

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if not self.admits():
            raise SkipFile
        upload = SealedUpload(self.vault, self.file_name or "")
        self._file = self.vault.create(upload.file_id)
        self._writer = SealedWriter(self._file, upload.key, upload.file_id)
        self.upload = upload

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if self.upload is None or self.upload.too_large:
            return None
        if self._writer.size + len(raw_data) > self.most:
            self.upload.too_large = True
            self._drop()
        else:
            self._writer.write(raw_data)
        return None  # nothing is left for another handler

    def file_complete(self, file_size: int) -> SealedUpload | None:
        upload, self.upload = self.upload, None
        if upload is None:
            return None
        upload.size = file_size
        if not upload.too_large:
            self._writer.finish()
            self.vault.settle(self._file, upload.file_id)
            upload.digest = self._writer.digest
        return upload

    def upload_interrupted(self) -> None:
        """The sender went away, or the request cannot be read on."""
        if self.upload is not None:
            self._drop()
            self.upload = None

    def _drop(self) -> None:
        if self.upload is not None:
            self._file.close()
            self.upload.close()
