"""Addresses of the published case reviews."""

from django.urls import path

from reviews import views

app_name = "reviews"

urlpatterns = [
    path("", views.index, name="list"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/cover/<int:width>", views.cover, name="cover"),
    path("<slug:slug>/documents/<uuid:public_id>/<str:name>", views.document, name="document"),
]
