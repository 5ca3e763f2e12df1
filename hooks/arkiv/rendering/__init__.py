"""Fast ways to the same bytes: simple Markdown converted here, and a page's shell filled instead of rendered.

Neither knows an engine. Whatever they do not know, they refuse, and the engine renders it.
"""
