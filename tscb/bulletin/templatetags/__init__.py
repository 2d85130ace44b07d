"""Filters for letters and pages of the e-bulletin."""
