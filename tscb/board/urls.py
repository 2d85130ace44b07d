"""Addresses of the board's own pages. `page` answers any single word: include these last."""

from django.urls import path

from tscb.board import views

app_name = "board"
urlpatterns = [
    path("worried-about-a-child/", views.worried, name="worried"),
    path("about/", views.about, name="about"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("look/<slug:mark>/<str:name>", views.look, name="look"),
    path("page-files/<uuid:public_id>/", views.page_file, name="page_file"),
    path("robots.txt", views.robots_txt, name="robots_txt"),
    path("<slug:slug>/", views.page, name="page"),
]
