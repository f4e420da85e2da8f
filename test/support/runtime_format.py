"""A lit test per test program and per example of runtime-model/, which are found by name.

A test program (runtime-model/test/NAME_test.cpp) passes if it ends with 0. An example (runtime-model/examples/NAME.cpp)
must also print what the CHECK lines in its source say, as FileCheck reads them.

The programs are built with heddle, or alone: `lit --param runtime=FOLDER test/runtime` runs those of another build
folder of runtime-model/, for example one with sanitizers.
"""

import os
import subprocess

import lit.formats
import lit.Test

import products

SECONDS = 600
FOLDERS = {"test": "_test.cpp", "examples": ".cpp"}


class RuntimeFormat(lit.formats.TestFormat):
    def __init__(self, programs):
        self.programs = programs

    def getTestsInDirectory(self, suite, path_in_suite, lit_config, local_config):
        for folder, ending in FOLDERS.items():
            for source in sorted(os.listdir(source_folder(folder))):
                if source.endswith(ending):
                    yield lit.Test.Test(suite, (*path_in_suite, folder, source), local_config)

    def execute(self, test, lit_config):
        folder, source = test.path_in_suite[-2:]
        program = os.path.join(self.programs, folder, source.removesuffix(".cpp"))
        if not os.path.isdir(os.path.join(self.programs, folder)):
            return lit.Test.UNSUPPORTED, "the runtime's programs are not built: configure with -DHEDDLE_UNIT_TESTS=ON"
        try:
            ran = subprocess.run([program], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=SECONDS)
        except (OSError, subprocess.TimeoutExpired) as problem:
            return lit.Test.FAIL, str(problem)
        output = ran.stdout.decode("utf-8", "replace")
        if ran.returncode != 0:
            return lit.Test.FAIL, f"{program} ended with {ran.returncode}\n{output}"
        if folder == "test":
            return lit.Test.PASS, output
        return file_check(os.path.join(source_folder(folder), source), ran.stdout, test.config.environment["HEDDLE_LLVM"])


def source_folder(folder):
    return os.path.join(products.ROOT, "runtime-model", folder)


def file_check(source, output, llvm):
    command = [os.path.join(llvm, "FileCheck"), "--allow-empty", source]
    checked = subprocess.run(command, input=output, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    verdict = lit.Test.PASS if checked.returncode == 0 else lit.Test.FAIL
    return verdict, checked.stdout.decode("utf-8", "replace")
