"""Headers on every answer, and input that no page could take."""

import io

import pytest
from django.core.exceptions import BadRequest, RequestDataTooBig
from django.http import HttpResponse
from django.test import RequestFactory

from tscb.common.middleware import PERMISSIONS, BadInputMiddleware, SecurityHeadersMiddleware

ask = RequestFactory()


def answer(request):
    return HttpResponse("words")


def test_security_headers_are_added():
    headers = SecurityHeadersMiddleware(answer)(ask.get("/")).headers
    assert headers["Permissions-Policy"] == PERMISSIONS
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_security_header_of_the_page_stands():
    def own(request):
        return HttpResponse(headers={"Cross-Origin-Resource-Policy": "cross-origin"})

    headers = SecurityHeadersMiddleware(own)(ask.get("/")).headers
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_bad_input_lets_the_rest_through():
    middleware = BadInputMiddleware(answer)
    request = ask.post("/", {"name": "value"})
    assert middleware.process_view(request) is None
    assert middleware(request).content == b"words"


@pytest.mark.parametrize("address", ["/a%00b/", "/?q=%00", "/?type=a&year=20%0017", "/?q=%00&q=b"])
def test_bad_input_refuses_a_null_byte(address):
    with pytest.raises(BadRequest, match="no address may hold"):
        BadInputMiddleware(answer).process_view(ask.get(address))


def test_bad_input_finds_a_form_that_is_too_large(settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    with pytest.raises(RequestDataTooBig):
        BadInputMiddleware(answer).process_view(ask.post("/", {"text": "x" * 100}))


def test_bad_input_does_not_read_a_body_that_is_no_form(settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    request = ask.put("/", "x" * 100, content_type="text/plain")
    assert BadInputMiddleware(answer).process_view(request) is None


@pytest.mark.parametrize("address", ["/", "/refer/what-happened/", "/staff/login/"])
def test_file_is_not_taken_where_none_is_asked_for(settings, address):
    settings.REQUEST_MAX_BYTES = 1_000
    request = ask.post(address, {"file": io.BytesIO(b"x" * 2_000)})
    with pytest.raises(RequestDataTooBig):
        BadInputMiddleware(answer).process_view(request)
    assert not hasattr(request, "_files"), "nothing of it was put on the disk"
    assert request.read() == b"", "all of it was taken in, so that the browser reads the answer"


def test_admin_takes_files_up_to_a_limit(settings):
    settings.REQUEST_MAX_BYTES = 1_000
    small = ask.post("/admin/x/", {"file": io.BytesIO(b"x" * 2_000)})
    assert BadInputMiddleware(answer).process_view(small) is None
    settings.UPLOAD_MAX_REQUEST_BYTES = 1_500
    large = ask.post("/admin/x/", {"file": io.BytesIO(b"x" * 2_000)})
    with pytest.raises(RequestDataTooBig):
        BadInputMiddleware(answer).process_view(large)
