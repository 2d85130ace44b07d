"""Addresses of an agency, under /summary/. The token in them opens nothing by itself."""

from django.urls import path

from referrals.summaries.views import answering, filling_in, opening

app_name = "summary"
urlpatterns = [
    path("<str:token>/", opening.link, name="link"),
    path("<str:token>/code/", opening.code, name="code"),
    path("<str:token>/tasks/", answering.tasks, name="tasks"),
    path("<str:token>/check/", answering.check, name="check"),
    path("<str:token>/nothing-known/", answering.nil, name="nil"),
    path("<str:token>/colleague/", answering.hand_on, name="hand_on"),
    path("<str:token>/later/", answering.later, name="later"),
    path("<str:token>/add/", answering.add, name="add"),
    path("<str:token>/pages/<slug:key>/", filling_in.page, name="page"),
    path(
        "<str:token>/pages/<slug:key>/<slug:row_id>/remove/",
        filling_in.remove_row,
        name="remove_row",
    ),
    path("<str:token>/pages/<slug:key>/<slug:row_id>/<slug:page_key>/", filling_in.row, name="row"),
]
