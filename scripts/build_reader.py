"""Makes the reader's script as pages have it: the modules joined, and made small.

What it writes is committed: no user needs the minifier, and every page has the same bytes.
``--check`` only says whether the committed file is that of the modules.
"""

import sys
from importlib.resources import files
from pathlib import Path

import minify

from langdu.publishing.bundling import BUILT, join, safe


def main(*args: str) -> int:
    """Write the file, or compare it."""
    folder = files("langdu.publishing")
    text = safe(minify.string("application/javascript", join(folder / "script", "main.js"))) + "\n"
    path = Path(str(folder / BUILT))
    if "--check" in args:
        return int(path.read_text(encoding="utf-8") != text)
    path.write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{path.name}: {len(text.encode())} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
