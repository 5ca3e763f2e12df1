"""One reader for each kind of file: bytes in, passages out, `Unreadable` where it cannot."""
