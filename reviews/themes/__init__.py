"""The pages of the themes: what all reviews, briefings and research teach about one subject."""
