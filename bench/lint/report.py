"""Turns measurements into the table people read and the file programs read."""

import json
import os
import platform
import statistics
import subprocess
from dataclasses import asdict

import growth
import tools

HEAD = ("| what | user s, median | min – max | ratio to the floor | peak MiB | warnings | runs |\n"
        "|---|---|---|---|---|---|---|")


def table(costs):
    floor = median_user(costs[tools.FLOOR.name])
    return "\n".join([HEAD, *(row(name, all_runs, floor) for name, all_runs in costs.items())])


def row(name, runs, floor):
    users = [run.user for run in runs]
    middle = statistics.median(users)
    return (f"| {name} | {middle:.2f} | {min(users):.2f} – {max(users):.2f} | {middle / floor:.2f} "
            f"| {max(run.memory for run in runs) // 1024} | {runs[0].warnings} | {len(runs)} |")


def median_user(runs):
    return statistics.median(run.user for run in runs)


def save(path, name, costs):
    floor = median_user(costs[tools.FLOOR.name])
    content = {
        "project": name,
        "machine": machine(),
        "ratios": {tool: round(median_user(runs) / floor, 4) for tool, runs in costs.items()},
        "runs": {tool: [asdict(run) for run in runs] for tool, runs in costs.items()},
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1))


def machine():
    return {"cores": os.cpu_count(), "load": os.getloadavg()[0], "system": platform.platform(),
            "clang-tidy": version(tools.CLANG_TIDY), "cppcheck": version("cppcheck")}


def version(tool):
    said = subprocess.run([tool, "--version"], capture_output=True, text=True).stdout
    return next((line.strip() for line in said.splitlines() if "version" in line or "Cppcheck" in line), "")


def growth_row(shape, points):
    seconds = dict(points)
    cells = [f"{seconds[size]:.2f} s" if size in seconds else "–" for size in growth.SIZES]
    slope = growth.exponent(points)
    return f"| {shape} | {' | '.join(cells)} | {'below noise' if slope is None else f'{slope:.2f}'} |"


def save_growth(path, results):
    content = {"machine": machine(), "seconds beyond the floor": results}
    path.write_text(json.dumps(content, indent=1))
