"""A view with nothing, and one with one question and twenty rows of a table."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path


class Row(models.Model):
    """As much of a case review as the table shows."""

    title = models.CharField(max_length=200)
    slug = models.CharField(max_length=100)
    published_at = models.DateTimeField()

    class Meta:
        app_label = "contenttypes"
        db_table = "reviews_casereview"
        managed = False


def bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse("bare")


def rows(request: HttpRequest) -> HttpResponse:
    newest = Row._default_manager.order_by("-published_at")[:20]
    return render(request, "rows.html", {"rows": newest})


urlpatterns = [path("bare/", bare), path("rows/", rows)]
