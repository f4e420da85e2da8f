"""listed.py OUTPUT FOLDER: clang-tidy's --list-checks output names the checks that the folder holds, and no other."""

import pathlib
import sys

output, folder = sys.argv[1:]
listed = sorted(word for word in pathlib.Path(output).read_text(encoding="utf-8").split() if word.startswith("heddle-"))
held = sorted("heddle-" + path.stem for path in pathlib.Path(folder).glob("*.cpp"))
if listed != held:
    sys.exit(f"listed: {listed}\nin {folder}: {held}")
