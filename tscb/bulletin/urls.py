"""Addresses of the e-bulletin."""

from django.urls import URLPattern

app_name = "bulletin"

urlpatterns: list[URLPattern] = []
