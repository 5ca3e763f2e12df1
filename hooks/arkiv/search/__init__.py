"""Search: the public archive as records, indexed by Pagefind into a bundle that is the same every time."""
