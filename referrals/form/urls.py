"""Addresses of the form, under /refer/. None of them names a referral: the cookie does."""

from django.urls import path

from referrals.form.views import (
    after_sending,
    agreement,
    answering,
    files,
    leaving,
    on_paper,
    returning,
    rows,
    sending,
    starting,
    suggesting,
)

app_name = "refer"
urlpatterns = [
    path("", starting.start, name="start"),
    path("suggest/", suggesting.suggest, name="suggest"),
    path("return/", returning.come_back, name="return"),
    path("open/<str:token>/", returning.open_link, name="open"),
    path("files/", files.files, name="files"),
    path("check/", sending.check, name="check"),
    path("sent/", sending.sent, name="sent"),
    path("status/", after_sending.status, name="status"),
    path("status/add/", after_sending.add, name="add"),
    path("status/questions/<int:number>/", after_sending.question, name="question"),
    path("status/withdraw/", after_sending.withdraw, name="withdraw"),
    path("agreement/", agreement.agreement, name="agreement"),
    path("later/", leaving.later, name="later"),
    path("leave/", leaving.leave, name="leave"),
    path("delete/", leaving.delete, name="delete"),
    path("blank/", on_paper.page, name="blank"),
    path("blank/pdf/", on_paper.pdf, name="blank_pdf"),
    path("<slug:key>/", answering.answer, name="page"),
    path("<slug:key>/<slug:row_id>/remove/", rows.remove_row, name="remove_row"),
    path("<slug:key>/<slug:row_id>/<slug:page_key>/", answering.answer_row, name="row"),
]
