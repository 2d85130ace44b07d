"""What the pages of all rooms do with their forms."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.http import HttpRequest

from referrals.models.status import WrongState
from tscb.common.forms import GovukForm


def typed(request: HttpRequest) -> object:
    """What a form is made of: what was sent, or nothing yet."""
    return request.POST if request.method == "POST" else None


def done(form: GovukForm, act: Callable[[], object]) -> bool:
    """Whether it was done; a refusal becomes a sentence in the form. What is wrong with one field,
    the action raises as ValidationError({"field": …})."""
    try:
        act()
    except WrongState as refused:
        form.add_error(None, str(refused))
    except ValidationError as refused:
        form.add_error(None, refused)
    return not form.errors
