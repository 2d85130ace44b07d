"""How the site grows: `make bench` fills a database of its own, measures, and removes it."""
