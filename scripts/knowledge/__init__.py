"""Fælles viden / Common Knowledge: what editors write in docs/, read once and made into a site."""
