"""A Dask cluster as an executor, looked at before it gets any work.

Every worker must see the same folder, have the same langdu, engines, models and voices, and so
make the same bytes. What is missing where is said at once, and not after a thousand failures.
"""

import contextlib
import os
import pickle
import secrets
import socket
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from pathlib import Path
from typing import Any, Final

from langdu.batching.identity import Identity, identity_of
from langdu.batching.places import Places, write
from langdu.batching.recipe import Recipe
from langdu.batching.work import unfit
from langdu.errors import BatchError, PluginError, reason

#: How often an order is begun again whose worker died; then its source is at fault.
_RETRIES: Final = 2
#: Seconds to find the scheduler, and for a first worker to be there.
_PATIENCE: Final = 60


@contextlib.contextmanager
def connect(address: str, site: Path, recipe: Recipe) -> Iterator[tuple[Executor, int]]:
    """The workers of a scheduler as an executor, and how many there are now.

    Workers that come later are used too; each looks at itself before its first order. Raises
    :class:`~langdu.PluginError` without the extra ``cluster``, and :class:`~langdu.BatchError`
    where the scheduler cannot be reached or a worker is not fit.
    """
    try:
        import distributed
    except ImportError:
        raise PluginError("a cluster needs an extra: pip install 'langdu[cluster]'") from None
    try:
        library: Any = distributed  # it has types for some of its functions only
        client = library.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise BatchError(f"no Dask scheduler answers at {address}: {reason(error)}") from error
    with client:
        workers = _inspect(client, Places(site.resolve()), recipe)
        yield client.get_executor(pure=False, retries=_RETRIES), workers


def _inspect(client: Any, places: Places, recipe: Recipe) -> int:
    """How many threads the workers have. Raises :class:`~langdu.BatchError` naming each fault."""
    with contextlib.suppress(TimeoutError):
        client.wait_for_workers(1, timeout=_PATIENCE)
    token = secrets.token_hex(8)
    mark = places.books / f".preflight-{token}"
    try:
        write(mark, token.encode())
        pickled, identity = pickle.dumps(recipe), identity_of(recipe)
        answers: Mapping[str, str | None] = client.run(
            look, str(mark), token, pickled, identity, on_error="return"
        )
        if not answers:
            raise BatchError("the cluster has no worker: start some (dask worker ADDRESS)")
        faults = [f"{worker}: {answer}" for worker, answer in sorted(answers.items()) if answer]
        faults += _not_shared(mark, token, answers)
        if faults:
            raise BatchError(f"not every worker is fit: {'; '.join(faults)}")
    except OSError as error:
        raise BatchError(f"cannot write in {places.site}: {error.strerror or error}") from error
    finally:
        for path in [mark, *mark.parent.glob(f"{mark.name}-*")]:
            path.unlink(missing_ok=True)
    return sum(client.nthreads().values())


def look(mark: str, token: str, pickled: bytes, identity: Identity) -> str | None:
    """On a worker: what is wrong here, if anything is."""
    path = Path(mark)
    try:
        if path.read_text() != token:
            return f"{path.parent} is another folder here"
        path.with_name(f"{path.name}-{_here()}").write_text(token)
    except OSError as error:
        return f"the folder {path.parent} is not shared: {error.strerror or error}"
    return unfit(pickle.loads(pickled), identity)  # nosec B301 # noqa: S301 - the driver's own


def _not_shared(mark: Path, token: str, answers: Mapping[str, str | None]) -> list[str]:
    """Workers that could read the folder, but whose files do not come back."""
    fit = [worker for worker, answer in answers.items() if not answer]
    back = [path for path in mark.parent.glob(f"{mark.name}-*") if path.read_text() == token]
    if len(back) >= len(fit):
        return []
    return [f"of {len(fit)} workers, {len(back)} write where the driver reads ({mark.parent})"]


def _here() -> str:
    return f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"
