"""Static files under names that carry their content's hash, those a script imports as well."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

READ_BY_ALL, ENTERED_BY_ALL = 0o644, 0o755


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Public, unlike what people upload: a web server of another user may hand them out."""

    support_js_module_import_aggregation = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {
            "file_permissions_mode": READ_BY_ALL,
            "directory_permissions_mode": ENTERED_BY_ALL,
        }
        super().__init__(*args, **kwargs)

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Packed copies are written past the storage, under the mask of whoever collects."""
        for name, packed in super().compress_files(paths):
            Path(self.path(packed)).chmod(READ_BY_ALL)
            yield name, packed
