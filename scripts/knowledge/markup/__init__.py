"""What our marks in Markdown become: citations, glossary terms, and blocks filled from data."""
