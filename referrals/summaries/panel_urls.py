"""Addresses of summaries and of questions to the referrer, under /panel/."""

from django.urls import path

from referrals.summaries.views import for_the_coordinator, for_the_panel

app_name = "summaries"
CASE = "referrals/<uuid:referral_id>"
ONE = f"{CASE}/agencies/<int:number>"
urlpatterns = [
    path("agencies/", for_the_panel.waited_for, name="waited_for"),
    path(f"{CASE}/agencies/", for_the_panel.agencies, name="agencies"),
    path(f"{CASE}/agencies/ask/", for_the_coordinator.ask, name="ask"),
    path(f"{ONE}/", for_the_panel.summary, name="summary"),
    path(f"{ONE}/extend/", for_the_coordinator.extend, name="extend"),
    path(f"{ONE}/withdraw/", for_the_coordinator.withdraw, name="withdraw"),
    path(f"{ONE}/mailbox/", for_the_coordinator.write_to, name="write_to"),
    path(f"{CASE}/questions/", for_the_panel.questions, name="questions"),
    path(f"{CASE}/questions/ask/", for_the_coordinator.ask_referrer, name="ask_referrer"),
    path(
        f"{CASE}/questions/<int:number>/take-back/", for_the_coordinator.take_back, name="take_back"
    ),
]
