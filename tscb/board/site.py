"""What every page says of the board. (The facts follow with the models that hold them.)"""

from django.http import HttpRequest


def context(request: HttpRequest) -> dict[str, object]:
    return {}
