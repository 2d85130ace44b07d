"""Answering what a description asks: the form of one page, how what was typed is kept, and two tabs
on one page. For the referral's form and for the agencies' summaries alike; it knows neither.
"""
