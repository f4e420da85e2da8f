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


def llvm_major(build: str) -> str:
    """Which LLVM the build folder is for: "22"."""
    return _cached(build, "HEDDLE_LLVM") or LLVM_VERSION


def other_clang_tidy(llvm: str) -> Optional[str]:
    """The newest clang-tidy of another LLVM, to try the plugin's refusal on; None if there is none."""
    candidates = sorted(glob.glob(os.path.join(os.path.dirname(os.path.dirname(llvm)), "llvm-*", "bin", "clang-tidy")))
    ours = os.path.realpath(os.path.join(llvm, "clang-tidy"))
    return next((path for path in reversed(candidates) if os.path.realpath(path) != ours), None)


def tidy(build: str) -> str:
    return os.path.join(build, "bin", "heddle-tidy")


def _configured_llvm(build: str) -> Optional[str]:
    """What cmake/HeddleLLVM.cmake wrote into CMake's cache."""
    tools = _cached(build, "HEDDLE_LLVM_TOOLS")
    return tools if tools and os.path.exists(os.path.join(tools, "FileCheck")) else None


def _cached(build: str, variable: str) -> Optional[str]:
    """A variable in CMake's cache."""
    try:
        with open(os.path.join(build, "CMakeCache.txt"), encoding="utf-8") as cache:
            found = re.search(rf"^{variable}:\w+=(.+)$", cache.read(), re.MULTILINE)
    except OSError:
        return None
    return found[1] if found else None


def _installed_llvm() -> str:
    """The folder behind FileCheck-22, as distributions name it."""
    versioned = shutil.which("FileCheck-" + LLVM_VERSION) or shutil.which("FileCheck")
    return os.path.dirname(os.path.realpath(versioned)) if versioned else "."
