"""Pictures, parsed into what is shown and what is only said."""
