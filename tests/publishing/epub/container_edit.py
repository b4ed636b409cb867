"""Books with a defect: one file of a good one is changed."""

import io
import zipfile


def edited(data: bytes, name: str, old: str, new: str, *, first: str = "mimetype") -> bytes:
    """The book with ``old`` replaced in the file ``name``; ``first`` comes first in it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {info.filename: archive.read(info) for info in archive.infolist()}
    path = f"EPUB/{name}"
    text = files[path].decode()
    assert old in text, f"{name} has no {old!r} to replace"
    files[path] = text.replace(old, new).encode()
    order = sorted(files, key=lambda file: file.removeprefix("EPUB/") != first)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for file in order:
            archive.writestr(file, files[file])
    return out.getvalue()
