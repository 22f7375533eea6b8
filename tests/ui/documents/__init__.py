"""Sheets on the screen: looked at, searched, printed, saved, and gone."""
