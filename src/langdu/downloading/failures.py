"""What goes wrong with a download. Stages give it to their users as errors of their own."""

from langdu.errors import LangduError


class DownloadFailure(LangduError):
    """A file is refused: it is too large, not what it should be, or came on a way it must not."""


class Unreachable(DownloadFailure):
    """A file cannot be had from its server; the next run, or another address, may have luck."""


class NoRoom(DownloadFailure):
    """This machine cannot take the file, which is no fault of the file's."""
