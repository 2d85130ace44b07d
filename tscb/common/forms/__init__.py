"""Form building blocks in the GOV.UK manner, which know nothing of any app.

A page's form is a `GovukForm`; fields that depend on an answer are declared with `when`. The markup
stands in templates/govuk/, the template pack of django-crispy-forms.
"""

from tscb.common.forms.base import GovukForm
from tscb.common.forms.conditions import when
from tscb.common.forms.dates import DateField
from tscb.common.forms.long_text import LongTextField
from tscb.common.forms.problems import Problem, error_summary
from tscb.common.forms.widgets import Checkboxes, Radios
from tscb.common.forms.work_email import WorkEmailForm

__all__ = [
    "Checkboxes",
    "DateField",
    "GovukForm",
    "LongTextField",
    "Problem",
    "Radios",
    "WorkEmailForm",
    "error_summary",
    "when",
]
