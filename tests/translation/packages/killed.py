"""Installs a package over and over, each time in a child that is killed one step later.

A step is what Python's audit hooks tell of: every file opened, every renaming, making or taking
away of a folder. After each kill the folder must be as a reader wants it, and the next run must
work.

``python -m tests.translation.packages.killed FOLDER OLD NEW`` prints how many steps it took.
"""

import contextlib
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from langdu.errors import MissingModel
from langdu.translation.engines.ctranslate2_model import load
from langdu.translation.packages.installed import found, installed
from langdu.translation.packages.installing import install
from langdu.translation.packages.placing import remove
from tests.translation.packages.shelf import tree

Work = Callable[[Path], object]

STEPS = ("open", "os.rename", "os.mkdir", "os.rmdir", "os.remove", "shutil.rmtree")


def main(base: Path, old: Path, new: Path) -> None:
    def add(root: Path) -> None:
        install(new, directory=root)

    def take_away(root: Path) -> None:
        remove(["zh-en"], directory=root)

    def prepare(root: Path) -> None:
        shutil.copytree(base / "old" / "packages", root)

    install(old, directory=base / "old" / "packages")

    tell(kill_at_each_step(base / "a", add, {(), ("2",)}, lambda root: None))
    tell(kill_at_each_step(base / "b", add, {("1.0",), ("1.0", "2"), ("2",)}, prepare))
    tell(kill_at_each_step(base / "c", take_away, {("1.0",), ()}, prepare))


def tell(steps: int) -> None:
    sys.stdout.write(f"{steps}\n")


def kill_at_each_step(
    base: Path, work: Work, may_be_there: set[tuple[str, ...]], prepare: Work
) -> int:
    """The number of steps that ``work`` takes. Fails where a kill leaves what may not be there."""
    step = 0
    seen = set()
    while True:
        root = base / str(step) / "packages"
        root.parent.mkdir(parents=True)
        prepare(root)
        done = work_in_child(work, root, step)
        here = installed(root)
        seen.add(tuple(package.version for package in here))
        assert seen <= may_be_there, (step, here)
        assert found(root) == here, f"step {step}: something is not whole"
        for package in here:
            load(package.path, threads=1)
        work_again(work, root)
        if done:
            assert seen == may_be_there, "no kill hit between the first step and the last"
            return step
        step += 1


def work_again(work: Work, root: Path) -> None:
    """The next run works, and nothing of the killed one is left."""
    with contextlib.suppress(MissingModel):  # it was removed already
        work(root)
    assert [path.name for path in root.parent.iterdir()] == ["packages"]
    names = {package.path.name for package in installed(root)}
    assert len(names) <= 1
    assert {name.split("/")[0] for name in tree(root)} == names


def work_in_child(work: Work, root: Path, step: int) -> bool:
    """Work in a child that is killed at its ``step``-th step; whether it got to its end."""
    below = str(root.parent)
    pid = os.fork()
    if pid == 0:
        seen = 0

        def hook(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            if event in STEPS and below in str(arguments[0]):
                seen += 1
                if seen > step:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        work(root)
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    assert status in (0, signal.SIGKILL), status
    return status == 0


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
