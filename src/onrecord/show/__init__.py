"""Shows the record: the command line, the terminal, the single page, the exports. Only this folder prints and exits."""
