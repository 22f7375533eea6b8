"""Figures with targets: how much more the program takes than the same thing without it. Run by `bench`.

Every figure is a ratio of two measurements taken in turns in one run, so that a slow computer is slow for both.
"""
