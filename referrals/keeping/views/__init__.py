"""The pages of keeping, under /panel/."""
