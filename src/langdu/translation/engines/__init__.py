"""Translation engines: one file each, all behind :class:`langdu.translation.Translator`."""
