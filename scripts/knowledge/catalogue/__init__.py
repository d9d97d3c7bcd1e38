"""The catalogue of programmes: its facts in words, facets, counts, map and exports. It knows content alone, and no page."""
