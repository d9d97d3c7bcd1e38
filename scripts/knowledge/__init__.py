"""Fælles viden / Common Knowledge: what editors write in docs/, read once and made into a site."""

import os

# There are none here, and looking for them at every start takes longer than reading the site's pages again.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
