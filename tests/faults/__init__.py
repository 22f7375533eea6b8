"""Faults: each test does to a real workspace what the world may do to it (table.py lists them all)."""
