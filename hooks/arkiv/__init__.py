"""arkiv: minutes of meetings as a searchable site that can be restricted, without importing anything of MkDocs."""
