Filens hemlighet.
