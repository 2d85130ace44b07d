"""Form fields into which people paste: what comes in is tidied before it is looked at or shown."""

from typing import Any

from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.db import models

from tscb.common.pasted import tidied, tidied_line


class PastedText(AdminTextareaWidget):
    """Several lines in the small markup."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        typed = super().value_from_datadict(data, files, name)
        return typed and tidied(typed)


class PastedLine(AdminTextInputWidget):
    """One line, such as a title."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        typed = super().value_from_datadict(data, files, name)
        return typed and tidied_line(typed)


# For an admin's `formfield_overrides`.
TIDIED: Any = {models.TextField: {"widget": PastedText}, models.CharField: {"widget": PastedLine}}
