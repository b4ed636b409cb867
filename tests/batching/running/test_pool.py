"""Real processes that die: each costs what it was doing, and is named."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Future, wait
from pathlib import Path

import pytest

from langdu.batching.limits import limited, this_process
from langdu.batching.pool import LocalPool, WorkerDied


def double(number: int) -> int:
    return 2 * number


def die(how: int) -> None:
    os.kill(os.getpid(), how)


def leave(code: int) -> None:
    os._exit(code)


def fail(text: str) -> None:
    raise ValueError(text)


def hang(seconds: float, driver: str, count: int = 10**12) -> int:
    """Never come back to Python, unless that takes longer than allowed."""
    with limited(seconds, driver):
        return sum(range(count))


def await_file(path: str) -> int:
    """Hold the process until there is a file; says which process it is."""
    while not Path(path).exists():
        time.sleep(0.01)
    return os.getpid()


def test_a_process_that_dies_costs_its_own_task_only(tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    with LocalPool(2) as pool:
        held: Future[int] = pool.submit(await_file, str(gate))
        killed = pool.submit(die, signal.SIGKILL)
        left = pool.submit(leave, 7)
        failed = pool.submit(fail, "as it should")
        others = [pool.submit(double, number) for number in range(5)]
        assert [future.result(60) for future in others] == [0, 2, 4, 6, 8]
        with pytest.raises(WorkerDied, match="SIGKILL"):
            killed.result(60)
        with pytest.raises(WorkerDied, match="ended with 7"):
            left.result(60)
        with pytest.raises(ValueError, match="as it should"):
            failed.result(60)
        assert not held.done()
        gate.touch()
        assert held.result(60) != os.getpid()


def test_what_hangs_is_ended_after_its_time() -> None:
    with LocalPool(1) as pool:
        with pytest.raises(WorkerDied, match="took longer"):
            pool.submit(hang, 0.01, "another process").result(120)
        assert pool.submit(double, 2).result(120) == 4
    # who does the work of a driver in the driver's own process ends nothing
    assert hang(0.01, this_process(), 10**6) > 0
    with limited(0.01, "another"):
        pass
    time.sleep(0.05)  # the clock was stopped


def test_a_pool_that_is_called_off_leaves_no_process(tmp_path: Path) -> None:
    pool = LocalPool(1)
    held = pool.submit(await_file, str(tmp_path / "never"))
    waiting = [pool.submit(double, number) for number in range(3)]
    processes = multiprocessing.active_children()
    pool.shutdown(cancel_futures=True)
    wait([held, *waiting], timeout=60)
    assert all(future.cancelled() for future in waiting)
    assert isinstance(held.exception(60), WorkerDied)
    for process in processes:
        process.join(60)
        assert process.exitcode is not None
    with pytest.raises(RuntimeError):
        pool.submit(double, 1)


def test_workers_end_when_their_driver_is_killed(tmp_path: Path) -> None:
    noted = tmp_path / "pid"
    script = (
        "import sys, time\n"
        "from langdu.batching.pool import LocalPool\n"
        "from tests.batching.running.test_pool import note\n"
        "if __name__ == '__main__':\n"
        "    LocalPool(1).submit(note, sys.argv[1]).result()\n"
    )
    file = tmp_path / "driver.py"
    file.write_text(script)
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    with subprocess.Popen([sys.executable, str(file), str(noted)], env=environment) as driver:
        _until(lambda: noted.exists() and noted.read_text() != "")
        worker = int(noted.read_text())
        driver.kill()
    _until(lambda: not _lives(worker))


def note(path: str) -> None:
    """Say which process this is, and work for ever."""
    Path(path).write_text(str(os.getpid()))
    while True:
        time.sleep(0.05)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")


def _until(condition) -> None:  # type: ignore[no-untyped-def]
    end = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)
