"""What a process used."""

import os
from pathlib import Path


def peak(pid: int | str) -> float:
    """The most memory that a process ever had, in MB; 0 where the system does not tell (Linux)."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(x.split()[1]) / 1000 for x in lines if x.startswith("VmHWM")), 0.0)


def cpu() -> float:
    """CPU seconds of this process from its start, and of its children that ended."""
    return sum(os.times()[:4])
