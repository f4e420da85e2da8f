"""Sources from Debian, without touching the machine's own apt configuration.

The mirror is the one the machine already uses: asked of apt at run time and written as deb-src lines to a private list.
"""

import subprocess
from pathlib import Path

SUITES = ("bookworm", "trixie")     # a mirror need not keep every version: recipes name one that is widely kept


class DebianSource:
    """Fetches source packages into one folder; what lies there is not fetched again."""

    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        self.list = self.folder / "sources.list"

    def unpack(self, package, version, destination):
        """Unpacks that version of the package, with Debian's patches applied."""
        description = self._description(package, version)
        if not description.exists():
            self._update()
            self._apt("source", "--download-only", f"{package}={version}")
        destination.parent.mkdir(parents=True, exist_ok=True)
        run("dpkg-source", "--no-check", "-x", description, destination, quiet=True)

    def _description(self, package, version):
        without_epoch = version.split(":")[-1]
        return self.folder / f"{package}_{without_epoch}.dsc"

    def _update(self):
        if self.list.exists():
            return
        for part in ("lists/partial", "cache/archives/partial"):
            (self.folder / part).mkdir(parents=True, exist_ok=True)
        self.list.write_text(source_lines())
        try:
            self._apt("update")
        except subprocess.CalledProcessError:
            self.list.unlink()
            raise

    def _apt(self, *arguments):
        places = {
            "Dir::Etc::sourcelist": self.list,
            "Dir::Etc::sourceparts": "-",
            "Dir::State::lists": self.folder / "lists",
            "Dir::Cache": self.folder / "cache",
            "APT::Sandbox::User": "root",
        }
        options = [f"-o{key}={value}" for key, value in places.items()]
        run("apt-get", "-qq", *options, *arguments, cwd=self.folder, quiet=True)


def source_lines():
    """A deb-src line for each suite, from the mirror the machine takes its own Debian packages from."""
    command = ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages", "Label: Debian"]
    mirrors = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    if not mirrors:
        raise SystemExit("apt knows no Debian archive: run `apt-get update` first")
    return "".join(f"deb-src {mirrors[0]} {suite} main\n" for suite in SUITES)


def run(*command, cwd=None, quiet=False):
    """Runs a command; shows what it said only if it failed."""
    output = subprocess.PIPE if quiet else None
    done = subprocess.run([str(word) for word in command], cwd=cwd, stdout=output,
                          stderr=subprocess.STDOUT if quiet else None, text=True)
    if done.returncode:
        print(done.stdout or "")
        raise subprocess.CalledProcessError(done.returncode, command)
