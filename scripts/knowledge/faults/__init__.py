"""Faults: named ways to break the real site, each with the check that must find it: so the checks are checked themselves."""
