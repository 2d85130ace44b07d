"""The one description of the form, and what follows from it without knowing who looks.

It knows neither the practitioner's pages nor the panel's: both are made from it.
"""
