"""Data that several parts read and none of them owns."""
