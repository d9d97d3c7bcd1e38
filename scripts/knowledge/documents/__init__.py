"""What readers take away from the site: worksheets to fill in, and packs of them."""
