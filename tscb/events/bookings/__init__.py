"""Booking with a work e-mail address and without an account: asking, confirming by mail, changing,
cancelling, and who gets which place.
"""
