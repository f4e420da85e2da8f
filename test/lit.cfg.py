"""How the tests are found and run: `lit test`, or `./dev test`.

The build folder is `--param build=FOLDER`, else $HEDDLE_BUILD, else `build`.
LLVM's tools are `--param llvm=FOLDER`, else $HEDDLE_LLVM, else the LLVM that the build folder was configured with.
"""

import os
import shutil
import sys

import lit.formats

TEST_ROOT = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(TEST_ROOT, "support"))

import products  # noqa: E402  (test/support, on the path since the line above)

build = products.build_folder(lit_config.params.get("build"))
llvm = products.llvm_tools(build, lit_config.params.get("llvm"))

config.name = "heddle"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".c", ".cpp", ".test"]
config.excludes = ["Inputs", "support", "unit", "CMakeLists.txt"]
config.test_source_root = TEST_ROOT
config.test_exec_root = os.path.join(build, "test")

config.environment["PATH"] = os.pathsep.join([llvm, os.environ["PATH"]])
config.environment["HEDDLE_BUILD"] = build
config.environment["HEDDLE_LLVM"] = llvm
config.environment["PYTHONDONTWRITEBYTECODE"] = "1"

tidy = os.path.join(build, "bin", "heddle-tidy")
check_heddle = [
    sys.executable,
    os.path.join(TEST_ROOT, "support", "check_heddle.py"),
    "--tidy=" + tidy,
    "--llvm=" + llvm,
    "--work=%t.dir",
]
# The longer name first: lit replaces in this order, and "%heddle" is the beginning of "%heddle_tidy".
config.substitutions += [
    ("%check_heddle", " ".join(check_heddle)),
    ("%exits", sys.executable + " " + os.path.join(TEST_ROOT, "support", "exits.py")),
    ("%heddle_tidy", tidy),
    ("%heddle", os.path.join(build, "bin", "heddle")),
    ("%plugin", os.path.join(build, "lib", "heddle.so")),
    ("%overlap", sys.executable + " " + os.path.join(TEST_ROOT, "support", "overlap.py")),
    ("%python", sys.executable),
    ("%root", os.path.dirname(TEST_ROOT)),
    ("%build", build),
    ("%clang_tidy_other", products.other_clang_tidy(llvm) or "clang-tidy-other"),
    ("%clang_tidy", os.path.join(llvm, "clang-tidy")),
]

if products.other_clang_tidy(llvm):
    config.available_features.add("clang-tidy-other")
config.available_features.add("llvm-" + products.llvm_major(build))
# Tools that a test can require by name.
config.available_features.update(tool for tool in ("cppcheck", "gcc-12", "git", "pre-commit") if shutil.which(tool))
if not os.path.exists(tidy):
    lit_config.note(f"{tidy} does not exist: build first, or name the build folder with --param build=FOLDER")
