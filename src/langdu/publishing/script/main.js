// The reader's own script: what runs when. It stands in the head, so that a reader who chose a dark
// page never sees a white one first; everything but the settings waits for the page.
import { pageData } from "./page.js";

function start() {
  const data = pageData();
  if (!data) return;
  for (const tools of document.querySelectorAll(".tools[hidden]")) tools.hidden = false;
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
