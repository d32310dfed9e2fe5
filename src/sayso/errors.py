"""The error tree: everything that sayso raises on purpose.

SaysoError              what went wrong, where, and what to do next
├── InputError          what was given cannot be read (also carried by `Unread`)
├── DataError           a lexicon, pack or model file is faulty; `faults` lists all of them
├── ConfigError         options or sayso.toml are faulty; `faults` lists all of them
├── MissingError        something that is not installed or not there is needed
├── LedgerError         the ledger cannot be opened, or is of another version
└── EvidenceError       an edition would say something that no sentence supports
"""


class SaysoError(Exception):
    """What went wrong (`what`), where (`where`), and what to do next (`then`)."""

    def __init__(self, what: str, *, where: str = "", then: str = "") -> None:
        self.what, self.where, self.then = what, where, then
        super().__init__(sentence(what, where, then))


class InputError(SaysoError):
    """What was given cannot be read."""


class FaultyError(SaysoError):
    """Something has several faults, all told at once."""

    def __init__(self, what: str, *, faults: tuple[str, ...] = (), where: str = "", then: str = "") -> None:
        self.faults = faults
        super().__init__("\n  ".join([what, *faults]), where=where, then=then)


class DataError(FaultyError):
    """A lexicon, pack or model file is faulty."""


class ConfigError(FaultyError):
    """Options or the configuration file are faulty."""


class MissingError(SaysoError):
    """Something that is not installed or not there is needed."""


class LedgerError(SaysoError):
    """The ledger cannot be opened, or is of another version."""


class EvidenceError(FaultyError):
    """An edition would say something that no sentence supports."""


def sentence(what: str, where: str = "", then: str = "") -> str:
    """What, where and what next, as one message.

    >>> sentence("no date", "post 1123 of @channel", "pass --published")
    'post 1123 of @channel: no date; pass --published'
    """
    return (f"{where}: " if where else "") + what + (f"; {then}" if then else "")
