"""How many examples the slowest properties take: few each time, many in the slow rounds."""

import os

EXAMPLES = 200 if os.environ.get("PEAPOD_LONG") else 12
