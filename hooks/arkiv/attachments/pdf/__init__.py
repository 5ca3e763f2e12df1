"""PDF files: what their pages show, and what their bytes hold besides."""
