"""exits.py [--elsewhere] CODE COMMAND...: runs the command; succeeds if it ends with the code.

Substitution %exits in lit.

With --elsewhere the command runs in a copy of the current folder that has no build folder above it.
"""

import os
import shutil
import subprocess
import sys
import tempfile


def main() -> int:
    words = sys.argv[1:]
    if words[0] == "--elsewhere":
        with tempfile.TemporaryDirectory() as folder:
            copy = os.path.join(folder, "copy")
            shutil.copytree(".", copy)
            return ended_as_told(words[1:], copy)
    return ended_as_told(words, ".")


def ended_as_told(words: list[str], folder: str) -> int:
    code = subprocess.run(words[1:], cwd=folder).returncode
    if code != int(words[0]):
        print(f"exits.py: ended with {code}, not with {words[0]}: {' '.join(words[1:])}", file=sys.stderr)
    return 0 if code == int(words[0]) else 1


if __name__ == "__main__":
    sys.exit(main())
