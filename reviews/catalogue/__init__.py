"""The catalogue of published reviews as open data, in two forms with the same columns."""
