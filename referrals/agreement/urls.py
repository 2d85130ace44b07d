"""Addresses of the manager, under /agreement/. The token in them opens nothing by itself."""

from django.urls import path

from referrals.agreement import views

app_name = "agreement"
urlpatterns = [
    path("<str:token>/", views.link, name="link"),
    path("<str:token>/code/", views.code, name="code"),
    path("<str:token>/answer/", views.answer, name="answer"),
]
