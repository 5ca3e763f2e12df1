"""arkiv: minutes of meetings as a searchable site that can be restricted. Nothing here imports MkDocs."""
