"""Addresses of the board's numbers, below /staff/reach/."""

from django.urls import path

from tscb.reach import views

app_name = "reach"

urlpatterns = [
    path("", views.page, name="page"),
    path("report.pdf", views.report, name="report"),
    path("numbers.csv", views.numbers, name="numbers"),
]
