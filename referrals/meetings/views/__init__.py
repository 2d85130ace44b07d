"""The pages about meetings, under /panel/meetings/ and on the page of a case."""
