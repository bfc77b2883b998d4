"""Why a file is not read: a code, for which the parent process has the words."""


class Unfit(Exception):
    """The file is not read any further."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
