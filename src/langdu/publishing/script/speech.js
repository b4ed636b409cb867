// Reads by the browser's own voices, where there is no published sound.
import { elementOf, textOf } from "./page.js";

// A browser loads its voices when it first needs them.
const PATIENCE = 2000;
// Chromium cuts an utterance off after 15 seconds: a longer sentence is said in parts.
const LONGEST = { dense: 55, sparse: 160 };
const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/;

function voices() {
  const known = speechSynthesis.getVoices();
  if (known.length) return Promise.resolve(known);
  return new Promise((resolve) => {
    const ready = () => resolve(speechSynthesis.getVoices());
    speechSynthesis.addEventListener("voiceschanged", ready, { once: true });
    setTimeout(ready, PATIENCE);
  });
}

// A voice of the language: of its own region first, then one that needs no network.
export async function voiceFor(tag) {
  if (!window.speechSynthesis) return null;
  const [primary] = tag.toLowerCase().split("-");
  const wanted = tag.startsWith("zh-Hant") ? "zh-tw" : { zh: "zh-cn", en: "en-us" }[primary];
  const spoken = (voice) => voice.lang.toLowerCase().replaceAll("_", "-").replace("cmn", "zh");
  const fits = (await voices()).filter((voice) => spoken(voice).split("-")[0] === primary);
  const rank = (voice) =>
    4 * (spoken(voice) === tag.toLowerCase()) + 2 * (spoken(voice) === wanted) + voice.localService;
  return fits.sort((a, b) => rank(b) - rank(a))[0] ?? null;
}

// The places at which the clauses of a text begin.
export function clauseStarts(text) {
  const ends = text.matchAll(/[；，：、;]\s*|[,:]\s+/g);
  return [0, ...[...ends].map((match) => match.index + match[0].length)].filter((at) => at < text.length);
}

// The places at which parts begin that can be said without a break: whole clauses, where they fit.
export function partStarts(text, speed) {
  const longest = LONGEST[DENSE.test(text) ? "dense" : "sparse"] * Math.min(speed, 1);
  const starts = [0];
  const clauses = clauseStarts(text);
  clauses.forEach((at, index) => {
    const end = clauses[index + 1] ?? text.length;
    if (at > 0 && end - starts.at(-1) > longest) starts.push(at);
  });
  return starts;
}

// A player like that of the published sound.
export function speechPlayer(ids, voice, report, stopsAfterEach) {
  let index = 0;
  let part = 0;
  let once = false;
  let current = null; // the utterance that is heard; what an older one tells is no news
  let speed = 1;
  let loud = true;

  function hush() {
    current = null;
    speechSynthesis.cancel();
  }

  function speak() {
    hush();
    const text = textOf(elementOf(ids[index]));
    const starts = partStarts(text, speed);
    part = Math.min(part, starts.length - 1);
    const from = starts[part];
    const utterance = new SpeechSynthesisUtterance(text.slice(from, starts[part + 1]));
    Object.assign(utterance, { voice, lang: voice.lang, rate: speed, volume: loud ? 1 : 0 });
    const told = (listener) => (event) => utterance === current && listener(event);
    utterance.onboundary = told((event) => tell(text, from + event.charIndex));
    utterance.onend = told(() => (part + 1 < starts.length ? go(index, part + 1) : over()));
    utterance.onerror = told(() => report.failed());
    current = utterance;
    tell(text, from);
    report.playing();
    speechSynthesis.speak(utterance);
  }

  function tell(text, at) {
    const starts = clauseStarts(text);
    const next = starts.findIndex((start) => start > at);
    report.heard(ids[index], starts.at(next < 0 ? -1 : next - 1) ?? 0, next < 0 ? Infinity : starts[next]);
  }

  function go(to, toPart) {
    index = to;
    part = toPart;
    speak();
  }

  function over() {
    current = null;
    if (index + 1 >= ids.length) report.ended();
    else if (once || stopsAfterEach()) {
      index += 1;
      part = 0;
      report.finished();
    } else go(index + 1, 0);
  }

  return {
    ids,
    play(at, single) {
      once = single;
      go(at, 0);
    },
    readsOn: () => current !== null && !once,
    resume() {
      once = once && part > 0;
      speak();
    },
    pause() {
      hush();
      report.paused();
    },
    stop() {
      hush();
      index = part = 0;
    },
    tune(newSpeed, voiceOn) {
      const changed = speed !== newSpeed || loud !== voiceOn;
      speed = newSpeed;
      loud = voiceOn;
      if (changed && current) speak();
    },
    close: hush,
  };
}
