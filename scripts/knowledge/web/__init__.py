"""What surrounds a page's text: head, facts, addresses, 404, sitemap."""
