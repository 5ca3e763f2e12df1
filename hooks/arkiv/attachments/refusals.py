"""Why a file cannot be published: always a reason and a remedy, never a word of what the file says."""


class UnreadableAttachment(Exception):
    """The file may not be published as it is: the `reason`, and the `remedy` for an editor."""

    def __init__(self, reason: str, remedy: str) -> None:
        """Keep both; neither may hold text of the file."""
        super().__init__(f"{reason} - {remedy}")
        self.reason, self.remedy = reason, remedy


def broken(kind: str) -> UnreadableAttachment:
    """A refusal of a file that is damaged, or is not of the kind its name says."""
    return UnreadableAttachment(f"is a {kind} that is broken", "open it in its own program and save it again")


def too_large(kind: str) -> UnreadableAttachment:
    """A refusal of a file that unpacks to more than is looked through."""
    return UnreadableAttachment(f"is a {kind} that unpacks to too much", "make it smaller, or split it")
