"""Search: the words of the finished pages, put into one small index a language that the reader's own browser searches."""
