"""What the site is measured against: Django's least, an ordinary page of Django's, and a file."""
