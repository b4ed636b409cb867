"""Reading aloud in a terminal: keys steer what is read, the view follows it.

The parts, and who may do what:

* ``keys`` (bytes → keys), ``script`` (what is read), ``state`` and ``machine`` (event → new state
  and commands) are pure: no clock, no thread, no file.
* ``making`` makes sounds ahead and ``playing`` plays them, each in a thread of its own.
* ``keyboard``, ``screen``, ``plain``, ``signals`` and ``places`` are the outside world.
* ``session`` is the loop in which they meet.
"""

from langdu.speech.terminal.making import Maker, Speakers
from langdu.speech.terminal.places import Places
from langdu.speech.terminal.script import Script
from langdu.speech.terminal.session import Ending, read_aloud

__all__ = ["Ending", "Maker", "Places", "Script", "Speakers", "read_aloud"]
