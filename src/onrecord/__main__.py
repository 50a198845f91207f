"""`python -m onrecord`: the command line."""

from onrecord.show.cli import main

if __name__ == "__main__":
    main()
