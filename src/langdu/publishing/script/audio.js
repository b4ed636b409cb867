// Reads by the published sound: its timeline says which sentence and which clause is heard.
// A cue is [id, start, end] or [id, start, end, [[character, start], …]], in seconds.

// A seek may land a little before the time that was asked for.
const SLACK = 0.02;

// The cue that is heard at a time; between two of them, the one that was heard.
export function cueAt(cues, time) {
  let low = 0;
  let high = cues.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (cues[middle][1] <= time + SLACK) low = middle;
    else high = middle - 1;
  }
  return low;
}

// Where the clause that is heard at a time begins and where the next one does, in characters.
export function clauseAt(cue, time) {
  const clauses = cue[3] ?? [];
  const next = clauses.findIndex(([, start]) => start > time + SLACK);
  const last = next < 0 ? clauses.length - 1 : next - 1;
  return [last < 0 ? 0 : clauses[last][0], next < 0 ? Infinity : clauses[next][0]];
}

// A player reads `ids` one after the other and tells `report` what happens: heard(id, from, to),
// playing(), paused(), finished() where it stops after one sentence, ended(), failed(), and stuck()
// where it cannot jump.
// `stopsAfterEach()` says whether every sentence ends with a pause.
export function audioPlayer(audio, cues, report, stopsAfterEach) {
  let index = 0; // the cue that is heard
  let from = -1; // the character at which its clause begins
  let once = false; // read this one only
  let done = false; // it was read, and the sound stands behind it
  let watching = false;
  let wanted = 0; // the time that was asked for last

  function look() {
    if (audio.seeking || done) return;
    const time = audio.currentTime;
    const now = cueAt(cues, time);
    const over = now > index || time >= cues[index][2];
    if (over && !audio.paused && (once || stopsAfterEach())) finish();
    else tell(now, time);
  }

  function finish() {
    done = true;
    audio.pause();
    if (index + 1 < cues.length) report.finished();
    else report.ended();
  }

  function tell(now, time) {
    const [start, end] = clauseAt(cues[now], time);
    if (now === index && start === from) return;
    index = now;
    from = start;
    report.heard(cues[now][0], start, end);
  }

  // Every frame while there is sound; what it costs does not grow with the article.
  function watch() {
    look();
    watching = !audio.paused && !audio.ended;
    if (watching) requestAnimationFrame(watch);
  }

  function seek(to) {
    index = Math.min(to, cues.length - 1);
    from = -1;
    done = false;
    wanted = cues[index][1];
    audio.currentTime = wanted;
    tell(index, wanted);
  }

  // A server that gives files only as a whole leaves the sound where it was.
  function arrived() {
    const ranges = audio.seekable;
    if (ranges.length && ranges.end(ranges.length - 1) < wanted) report.stuck();
    wanted = 0;
  }

  function start() {
    audio.play().catch((error) => error.name !== "AbortError" && report.failed());
  }

  function begun() {
    if (done) {
      once = false;
      seek(index + 1 < cues.length ? index + 1 : 0);
    }
    report.playing();
    if (!watching) watch();
  }

  // The reader moved the sound by its own control.
  function moved() {
    if (Math.abs(audio.currentTime - cues[index][1]) > SLACK) once = done = false;
  }

  const events = {
    play: begun,
    pause: () => audio.ended || done || report.paused(),
    ended: () => done || report.ended(),
    timeupdate: look,
    seeking: moved,
    playing: arrived,
    seeked() {
      arrived();
      tell(cueAt(cues, audio.currentTime), audio.currentTime);
    },
    error: () => report.failed(),
  };
  for (const [name, listener] of Object.entries(events)) audio.addEventListener(name, listener);

  return {
    ids: cues.map(([id]) => id),
    play(at, single) {
      once = single;
      seek(at);
      start();
    },
    resume() {
      once = once && !done;
      start();
    },
    pause: () => audio.pause(),
    // asked to, and not of one sentence alone; that the sound begins is news that comes later
    readsOn: () => !audio.paused && !once,
    stop() {
      audio.pause();
      seek(0);
      once = false;
    },
    tune(speed, voice) {
      audio.preservesPitch = true;
      audio.defaultPlaybackRate = speed;
      audio.playbackRate = speed;
      audio.muted = !voice;
    },
    close() {
      audio.pause();
      for (const [name, listener] of Object.entries(events)) audio.removeEventListener(name, listener);
    },
  };
}
