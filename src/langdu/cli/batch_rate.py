"""How fast a batch goes, as a column of its bar."""

from rich.progress import ProgressColumn, Task
from rich.text import Text


class RateColumn(ProgressColumn):
    """Articles a minute."""

    def render(self, task: Task) -> Text:
        """The rate of the last while."""
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{60 * speed:.0f}/min")
