"""Addresses of recommendation, decision, closing and letters; included below /panel/."""

from django.urls import path

from referrals.deciding.views import (
    chairing,
    closing,
    letters,
    reading,
    recommending,
    telling,
    templates,
)

CASE = "referrals/<uuid:referral_id>"
urlpatterns = [
    path(f"{CASE}/decision/", reading.decision, name="decision"),
    path(f"{CASE}/decision/recommendation/", recommending.recommendation, name="recommendation"),
    path(f"{CASE}/decision/send-back/", recommending.send_back, name="send_back"),
    path(f"{CASE}/decision/decide/", chairing.decide, name="decide"),
    path(f"{CASE}/decision/take-back/", chairing.take_back, name="take_back"),
    path(f"{CASE}/decision/told/", chairing.told, name="told"),
    path(f"{CASE}/decision/close/", closing.close, name="close"),
    path(f"{CASE}/decision/reopen/", closing.reopen, name="reopen"),
    path(f"{CASE}/letters/", letters.letters, name="letters"),
    path(f"{CASE}/letters/write/", letters.begin, name="letter_begin"),
    path(f"{CASE}/letters/<uuid:letter_id>/", letters.letter, name="letter"),
    path(f"{CASE}/letters/<uuid:letter_id>/pdf/", letters.pdf, name="letter_pdf"),
    path("to-tell/", telling.people, name="to_tell"),
    path("to-tell/add/", telling.add, name="to_tell_add"),
    path("to-tell/<slug:key>/", telling.person, name="to_tell_change"),
    path("letters/", templates.templates, name="letter_templates"),
    path("letters/<slug:key>/", templates.template, name="letter_template"),
]
