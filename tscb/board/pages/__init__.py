"""The explanation pages that staff write: publishing a change, what is wrong in a text, and when a
page is to be read again. The model is in models/page.py, the form in admin/page.py.
"""
