"""Downloading models and voices: gone on with where it broke off, checked, within limits.

Stages of langdu that get files of some hundred megabytes share it.
"""
