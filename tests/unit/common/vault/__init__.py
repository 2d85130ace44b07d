"""Files that lie encrypted on the disk."""
