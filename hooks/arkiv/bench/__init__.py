"""Benchmarks: archives made to measure, and what each stage takes beside a peer in the same run."""
