# RUN: %python %s %root
"""The C++ programs in the pages of the runtime compile."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

import products  # noqa: E402
import repository  # noqa: E402


def problems(root: str) -> list[str]:
    found = []
    for page in repository.files(root, "docs/runtime", endings=(".md",)):
        for number, program in enumerate(re.findall(r"^```cpp\n(.*?)^```", repository.text(root, page), re.M | re.S), 1):
            said = complaint(root, program)
            if said:
                found.append(f"{page}: program {number} does not compile:\n{said}")
    return found


def complaint(root: str, program: str) -> str:
    include = os.path.join(root, "runtime-model", "include")
    flags = ["-std=c++20", "-Wall", "-Wextra", "-Wno-unused", "-Wthread-safety", "-Werror", "-I", include]
    command = [compiler(), *flags, "-fsyntax-only", "-x", "c++", "-"]
    return subprocess.run(command, input=program, capture_output=True, text=True).stderr


def compiler() -> str:
    clang = os.path.join(products.llvm_tools(products.build_folder()), "clang++")
    return clang if os.path.exists(clang) else shutil.which("clang++-22") or "c++"


if __name__ == "__main__":
    repository.main(problems)
