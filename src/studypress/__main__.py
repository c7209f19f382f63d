"""`python -m studypress`."""

from studypress.cli import main

if __name__ == "__main__":
    main()
