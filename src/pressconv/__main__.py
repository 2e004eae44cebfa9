"""``python -m pressconv`` is the command line."""

from pressconv.cli import main

main()
