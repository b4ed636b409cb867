"""``langdu doctor``: what works on this machine, and what to do about the rest."""

from langdu.cli.doctor.command import doctor

__all__ = ["doctor"]
