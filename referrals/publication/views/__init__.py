"""The pages of a review's way to the public."""
