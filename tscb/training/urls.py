"""Addresses of the training packs, each below its theme."""

from django.urls import path

from tscb.training import views

app_name = "training"

urlpatterns = [
    path("<slug:slug>/training-pack/", views.page, name="page"),
    path("<slug:slug>/training-pack/file/", views.file, name="file"),
]
