"""What stands in docs/, as plain typed values. Depends on nothing else of the project."""
