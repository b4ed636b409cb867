"""Piper's voices: one small network for each, of which there are some for many languages.

langdu runs them itself: a network, the phonemes of eSpeak NG and the numbers that a voice's own
``.json`` gives for them are all there is to it. Piper's program (GPL-3.0) is not needed.
"""
