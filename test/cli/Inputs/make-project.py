"""make-project.py FOLDER [FILE...]: copies Inputs/project to the folder, with a compile_commands.json of the files.

Without FILE the database lists all. A FILE that the project does not have is listed all the same.
"""

import json
import pathlib
import shutil
import sys

PROJECT = pathlib.Path(__file__).resolve().parent / "project"


def main() -> None:
    folder = pathlib.Path(sys.argv[1]).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(PROJECT, folder)
    names = sys.argv[2:] or sorted(path.name for path in folder.glob("*.cpp"))
    entries = [{"directory": str(folder), "file": name, "command": f"c++ -std=c++20 -c {name}"} for name in names]
    (folder / "compile_commands.json").write_text(json.dumps(entries, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
