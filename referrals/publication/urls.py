"""Addresses of a review's plan, of the actions that follow, and of the neutral words."""

from django.urls import path

from referrals.publication.views import following, planning

CASE = "referrals/<uuid:referral_id>/review"
urlpatterns = [
    path(f"{CASE}/", planning.review, name="review"),
    path(f"{CASE}/begin/", planning.begin, name="review_begin"),
    path(f"{CASE}/plan/", planning.plan, name="review_plan"),
    path(f"{CASE}/steps/", planning.steps, name="review_steps"),
    path(f"{CASE}/hold-back/", planning.hold_back, name="review_hold_back"),
    path(f"{CASE}/lift/", planning.lift, name="review_lift"),
    path(f"{CASE}/actions/add/", following.add, name="action_add"),
    path(f"{CASE}/actions/<int:action_id>/", following.action, name="action"),
    path(f"{CASE}/actions/<int:action_id>/release/", following.release, name="action_release"),
    path("actions/", following.actions, name="actions"),
    path("words/", following.words, name="words"),
]
