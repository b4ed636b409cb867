// The reader's own script: what runs when. It stands in the head, so that a reader who chose a dark
// page never sees a white one first; everything but the settings waits for the page.
import { openBilingual } from "./bilingual.js";
import { openCaptions } from "./captions.js";
import { openControls } from "./controls.js";
import { openFollowing } from "./follow.js";
import { openGuide } from "./guide.js";
import { openHelp } from "./help.js";
import { openHighlight } from "./highlight.js";
import { openKeys } from "./keys.js";
import { openMessages } from "./messages.js";
import { openPage } from "./page.js";
import { openPlaces } from "./places.js";
import { openPointing } from "./point.js";
import { openReading } from "./reading.js";
import { openRuby } from "./ruby.js";
import { applySettings } from "./settings.js";
import { openWords } from "./words.js";

function start() {
  applySettings();
  if (!openPage()) return;
  openWords();
  openMessages();
  openHighlight();
  openReading();
  openFollowing();
  openGuide();
  openBilingual();
  openRuby();
  openCaptions();
  openPointing();
  openHelp();
  openControls();
  openKeys();
  openPlaces();
}

applySettings();
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
