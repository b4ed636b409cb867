"""Kokoro-82M: one network that speaks Chinese, English and Japanese with dozens of voices.

https://github.com/hexgrad/kokoro; the network's files are those of thewh1teagle/kokoro-onnx.
"""
