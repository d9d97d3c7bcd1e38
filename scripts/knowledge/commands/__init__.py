"""The commands of `knowledge`, by subject: each reads what was asked, calls a function, and reports."""
