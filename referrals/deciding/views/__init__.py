"""The pages of recommendation, decision, closing and letters."""
