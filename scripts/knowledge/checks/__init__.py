"""Checks: each rule is a small function from the library to findings; the words of every finding stand in catalogue.yml."""
