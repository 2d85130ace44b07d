"""Addresses of the themes."""

from django.urls import path

from reviews.themes import views

app_name = "themes"

urlpatterns = [
    path("", views.index, name="list"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/recommendations/", views.recommendations, name="recommendations"),
]
