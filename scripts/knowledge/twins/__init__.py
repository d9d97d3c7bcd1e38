"""Two languages in step: sections compared, what changed since a translation was made, and facts that must agree."""
