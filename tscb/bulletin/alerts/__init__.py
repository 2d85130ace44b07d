"""Alerts “something new on this theme”: when they fall due, for whom, and what stands in them."""
