"""The referral form and the panel's reading of what it brings.

Inside this app the arrows run models <- description <- form, panel.
"""
