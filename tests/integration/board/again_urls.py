"""The site's addresses, and one more that asks for a fresh sign-in."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from tscb import urls
from tscb.board.signing_in_again import fresh_sign_in


@fresh_sign_in
def pressed(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{request.method} {request.POST.get('words', '')}")


handler404 = urls.handler404
urlpatterns = [path("panel/trial/", pressed), *urls.urlpatterns]
