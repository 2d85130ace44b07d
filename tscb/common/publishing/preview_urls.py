"""Addresses of a preview for somebody without an account; those on the page are relative."""

from django.urls import path

from tscb.common.publishing import preview

urlpatterns = [
    path("<str:token>/", preview.page, name="shared_preview"),
    path("<str:token>/cover/<str:size>", preview.cover),
    path("<str:token>/documents/<uuid:public_id>/<str:name>", preview.document),
]
