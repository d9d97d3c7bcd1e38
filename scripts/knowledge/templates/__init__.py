"""What a new page or record begins as; see README.md."""
