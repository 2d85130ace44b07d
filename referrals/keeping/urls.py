"""Addresses of keeping, under /panel/."""

from django.urls import path

from referrals.keeping.views import exporting, one_case, overview

app_name = "keeping"
CASE = "referrals/<uuid:referral_id>/keeping/"
urlpatterns = [
    path("keeping/", overview.due, name="due"),
    path("keeping/rules/", overview.rules, name="rules"),
    path("keeping/rules/<slug:outcome>/", overview.rule, name="rule"),
    path("keeping/receipts/", overview.receipts, name="receipts"),
    path("keeping/receipts/<int:receipt_id>/", overview.receipt, name="receipt"),
    path(CASE, one_case.case, name="case"),
    path(f"{CASE}hold/", one_case.place_hold, name="hold"),
    path(f"{CASE}hold/<int:hold_id>/end/", one_case.finish_hold, name="end_hold"),
    path(f"{CASE}propose/", one_case.suggest, name="propose"),
    path(f"{CASE}take-back/", one_case.take_back, name="take_back"),
    path(f"{CASE}destroy/", one_case.destroy, name="destroy"),
    path(f"{CASE}export/", exporting.export, name="export"),
]
