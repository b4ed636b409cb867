"""Voices that a neural network speaks, run by ONNX Runtime in this process.

``kokoro`` and ``piper`` share what is here: the network, its speaker, the phonemes of eSpeak NG
(from a process of its own), the cutting of long texts, and the files that a voice consists of.
"""
