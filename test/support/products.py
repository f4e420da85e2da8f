"""Where the built products and LLVM's tools are."""

import glob
import os
import re
import shutil
from typing import Optional

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LLVM_VERSION = "22"


# Headers in the shape of libraries that need not be installed.
MOCK_FLAGS = ["-isystem", os.path.join(ROOT, "test", "support", "mock")]


def build_folder(given: Optional[str] = None) -> str:
    """The build folder, absolute; a relative one is relative to the repository."""
    return os.path.abspath(os.path.join(ROOT, given or os.environ.get("HEDDLE_BUILD") or "build"))


def llvm_tools(build: str, given: Optional[str] = None) -> str:
    """The folder of FileCheck, clang++, clang-tidy of the LLVM we build against."""
    return given or os.environ.get("HEDDLE_LLVM") or _configured_llvm(build) or _installed_llvm()


def other_clang_tidy(llvm: str) -> Optional[str]:
    """A clang-tidy of another LLVM, to try the plugin's refusal on; None if there is none."""
    candidates = sorted(glob.glob(os.path.join(os.path.dirname(os.path.dirname(llvm)), "llvm-*", "bin", "clang-tidy")))
    ours = os.path.realpath(os.path.join(llvm, "clang-tidy"))
    return next((path for path in candidates if os.path.realpath(path) != ours), None)


def tidy(build: str) -> str:
    return os.path.join(build, "bin", "heddle-tidy")


def _configured_llvm(build: str) -> Optional[str]:
    """The tools beside the LLVM_DIR (PREFIX/lib/cmake/llvm) in CMake's cache."""
    try:
        with open(os.path.join(build, "CMakeCache.txt"), encoding="utf-8") as cache:
            found = re.search(r"^LLVM_DIR:\w+=(.+)$", cache.read(), re.MULTILINE)
    except OSError:
        return None
    if not found:
        return None
    tools = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(found[1]))), "bin")
    return tools if os.path.exists(os.path.join(tools, "FileCheck")) else None


def _installed_llvm() -> str:
    """The folder behind FileCheck-22, as distributions name it."""
    versioned = shutil.which("FileCheck-" + LLVM_VERSION) or shutil.which("FileCheck")
    return os.path.dirname(os.path.realpath(versioned)) if versioned else "."
