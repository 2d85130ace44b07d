"""An input that no person sees: what fills it in is a program, or a browser's helper gone astray.

Nobody is turned away for it. The page asks to press once more, and then comes without the input:
a person passes at the second press whatever their browser fills in; a program that sends a form
once and goes away has done nothing.
"""

from django.http import HttpRequest

FIELD = "board_notes"


def is_filled(request: HttpRequest) -> bool:
    return bool(request.POST.get(FIELD))
