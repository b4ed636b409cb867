// Reading aloud: what is read, from where, and by whom. The players do not know one another.
import { emit, on } from "./hub.js";
import { say, words } from "./messages.js";
import { elementOf, idOf, page, textOf, unitsOf } from "./page.js";
import { rootElement, settings } from "./settings.js";
import { audioPlayer } from "./audio.js";
import { speechPlayer, voiceFor } from "./speech.js";
import { recall, remember } from "./storage.js";

const SAYABLE = /[\p{L}\p{N}]/u;
// `id`: the place, a sentence that was heard or chosen. `asked` counts what was asked for: a voice
// that is found late must not answer a question that is no longer there.
const reading = { state: "off", id: "", player: null, silent: false, asked: 0 };

export function place() {
  return reading.id;
}

export function isReading() {
  return reading.state !== "off";
}

function become(state) {
  reading.state = state;
  const root = rootElement();
  if (state === "off") root.removeAttribute("data-reading");
  else root.dataset.reading = state;
  emit("reading", state);
}

function heard(id, from, to) {
  const element = elementOf(id);
  if (!element) return;
  setPlace(id);
  emit("sentence", { id, element, from, to: Math.min(to, textOf(element).length) });
}

// Times count characters in another way than scripts do.
function heardInTimeline(id, from, to) {
  const element = elementOf(id);
  if (!element) return;
  const text = textOf(element);
  heard(id, unitsOf(text, from), to === Infinity ? to : unitsOf(text, to));
}

const report = {
  heard,
  playing: () => reading.state !== "on" && become("on"),
  paused: () => reading.state === "on" && become("paused"),
  finished: () => become("paused"),
  ended() {
    setPlace("");
    become("off");
    emit("sentence", null);
  },
  stuck: () => say(words("stuck"), { stays: true }),
  failed() {
    become("off");
    say(words("voice_failed"), { stays: true });
  },
};

// The sound is missing or broken: the browser's voice goes on from the same place.
function failedSound() {
  if (reading.silent) return;
  reading.silent = true;
  closePlayer();
  become("off");
  say(words("sound_failed"), { stays: true });
  readFrom(reading.id);
}

export function setPlace(id) {
  reading.id = id;
  remember(`place.${page.data.key}`, id);
}

function closePlayer() {
  reading.asked += 1;
  reading.player?.close();
  reading.player = null;
}

const stopsAfterEach = () => settings.pause === "on";

// The published sound listens from the beginning: its own control may start it.
function openSound() {
  closePlayer();
  const element = page.root.querySelector("audio");
  const cues = page.edition.audio?.cues ?? [];
  reading.silent = !element || cues.length === 0;
  if (reading.silent) return;
  const own = { ...report, heard: heardInTimeline, failed: failedSound };
  reading.player = audioPlayer(element, cues, own, stopsAfterEach);
  tune();
}

async function openVoice() {
  const asked = reading.asked;
  const voice = await voiceFor(page.edition.tag);
  if (asked !== reading.asked) return;
  if (!voice) return say(words("no_voice", page.edition.name), { stays: true });
  const ids = page.sentences.filter((element) => SAYABLE.test(textOf(element))).map(idOf);
  reading.player ??= speechPlayer(ids, voice, report, stopsAfterEach);
  tune();
}

function tune() {
  reading.player?.tune(settings.speed, settings.voice === "on");
}

// Does something with the player and the number of the place in it, when there is a player.
async function withPlayer(action) {
  reading.asked += 1;
  if (!reading.player) await openVoice();
  if (reading.player) action(reading.player, indexOf(reading.player.ids, reading.id));
}

// A sentence that is not read is followed by one that is.
function indexOf(ids, id) {
  const known = new Set(ids);
  const start = page.order.get(elementOf(id)) ?? 0;
  const next = page.sentences.slice(start).map(idOf).find((other) => known.has(other));
  return Math.max(0, ids.indexOf(next));
}

export function readFrom(id, once = false) {
  setPlace(id);
  return withPlayer((player, index) => player.play(index, once));
}

export function toggleReading() {
  if (reading.state === "on") reading.player.pause();
  else if (reading.state === "paused") reading.player.resume();
  else readFrom(reading.id);
}

export function togglePause() {
  if (isReading()) toggleReading();
}

export function stopReading() {
  reading.asked += 1;
  reading.player?.stop();
  setPlace("");
  become("off");
  emit("sentence", null);
}

// To another sentence; where nothing is being read on, this one is read alone.
function moveTo(find) {
  const fresh = !reading.id;
  return withPlayer((player, index) => {
    const once = !player.readsOn();
    const to = fresh ? 0 : find(player.ids, index);
    player.play(Math.max(0, Math.min(to, player.ids.length - 1)), once);
  });
}

export function moveSentence(by) {
  return moveTo((ids, index) => index + by);
}

export function moveParagraph(by) {
  return moveTo((ids, index) => {
    const starts = ids.map((_, at) => at).filter((at) => at === 0 || blockOf(ids[at]) !== blockOf(ids[at - 1]));
    if (by > 0) return starts.find((at) => at > index) ?? ids.length - 1;
    return starts.findLast((at) => at < index) ?? 0;
  });
}

// The ids of sentences begin with that of their paragraph, item or cell.
function blockOf(id) {
  return id.slice(0, id.lastIndexOf("."));
}

export function openReading() {
  reading.id = recall(`place.${page.data.key}`) ?? "";
  if (typeof reading.id !== "string" || !elementOf(reading.id)) reading.id = "";
  openSound();
  on("edition", () => {
    become("off");
    openSound();
  });
  on("setting", (name) => ["speed", "voice"].includes(name) && tune());
  addEventListener("pagehide", () => reading.state === "on" && reading.player.pause());
}
