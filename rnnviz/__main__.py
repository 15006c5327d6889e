"""`python -m rnnviz` is `rnnviz`."""

import sys

from rnnviz.app.main import main

if __name__ == "__main__":
    sys.exit(main())
