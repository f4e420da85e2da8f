"""Generated programs of growing size: how heddle's own time grows with the number of functions."""

import json
import math
from dataclasses import dataclass
from pathlib import Path

SIZES = (1000, 2000, 5000, 10000, 20000, 50000)
HEADER = "#include <mutex>\n#include <thread>\n"


@dataclass(frozen=True)
class Generated:
    """A project of one file, in the form the tools take."""
    folder: Path
    commands: list
    files: list


def plain(size):
    """Functions without anything concurrent: nearly all there is in real programs."""
    return "".join(f"int f{i}(int x) {{ return x + {i}; }}\n" for i in range(size))


def locked(size):
    """Every function takes its own lock and writes its own global."""
    return HEADER + "".join(
        f"std::mutex m{i};\nint g{i};\nvoid f{i}() {{ std::lock_guard<std::mutex> l(m{i}); g{i}++; }}\n"
        for i in range(size))


def shared(size):
    """Every function writes the same global under the same lock: pairs of accesses grow with the square."""
    functions = "".join(f"void f{i}() {{ std::lock_guard<std::mutex> l(m); g += {i}; }}\n" for i in range(size))
    return HEADER + "std::mutex m;\nint g;\n" + functions + start("f0")


def chain(size):
    """Each function calls the one before: what a summary says travels the whole length."""
    calls = "".join(f"void f{i}() {{ f{i - 1}(); }}\n" for i in range(1, size))
    first = "void f0() { std::lock_guard<std::mutex> l(m); g++; }\n"
    return HEADER + "std::mutex m;\nint g;\n" + first + calls + start(f"f{size - 1}")


def ring(size):
    """All functions in one cycle of calls: one strongly connected component."""
    declared = "".join(f"void f{i}(int);\n" for i in range(size))
    calls = "".join(f"void f{i}(int x) {{ if (x) f{(i + 1) % size}(x - 1); g{i % 50}++; }}\n" for i in range(size))
    places = "".join(f"int g{i};\n" for i in range(50))
    return HEADER + places + declared + calls + start("f0, 5")


def locks(size):
    """A chain of lock orders without a cycle: m0 before m1 before m2."""
    mutexes = "".join(f"std::mutex m{i};\n" for i in range(size + 1))
    return HEADER + mutexes + "".join(
        f"void f{i}() {{ std::lock_guard<std::mutex> a(m{i}); std::lock_guard<std::mutex> b(m{i + 1}); }}\n"
        for i in range(size))


def spawns(size):
    """Every function is the entry of a thread: pairs of threads grow with the square."""
    functions = "".join(f"int g{i};\nvoid f{i}() {{ g{i}++; }}\n" for i in range(size))
    starts = "".join(f"  std::thread t{i}(f{i});\n  t{i}.join();\n" for i in range(size))
    return HEADER + functions + "void start() {\n" + starts + "}\n"


def body(size):
    """One long function: as many branches, each with a lock."""
    branches = "".join(f"  if (x == {i}) {{ std::lock_guard<std::mutex> l(m); g += {i}; }}\n" for i in range(size))
    return HEADER + "std::mutex m;\nint g;\nvoid f(int x) {\n" + branches + "}\n" + start("f, 1")


def start(entry):
    return f"int main() {{\n  std::thread a({entry}), b({entry});\n  a.join();\n  b.join();\n}}\n"


SHAPES = (plain, locked, shared, chain, ring, locks, spawns, body)
LARGEST = {"spawns": 10000, "body": 10000}      # the parser itself is slow on one function beyond this


def generate(shape, size, root):
    folder = root / f"{shape.__name__}-{size}"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "program.cpp"
    file.write_text(shape(size))
    command = {"directory": str(folder), "file": str(file), "arguments": ["clang++-22", "-std=c++17", "-c", str(file)]}
    (folder / "compile_commands.json").write_text(json.dumps([command]))
    return Generated(folder, [command], [str(file)])


def sizes_of(shape):
    return [size for size in SIZES if size <= LARGEST.get(shape.__name__, SIZES[-1])]


def exponent(points):
    """The slope of log(time) over log(size), from the sizes where the time is more than noise; None if there are none."""
    points = [(math.log(size), math.log(time)) for size, time in points if time > 0.05]
    if len(points) < 2:
        return None
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return (sum((x - mean_x) * (y - mean_y) for x, y in points)
            / sum((x - mean_x) ** 2 for x, _ in points))
