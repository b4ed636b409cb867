// A browser's voices for the tests: what is said is kept in `window.said`, and takes a while.
(() => {
  const options = window.name ? JSON.parse(window.name) : {};
  const voices = (options.voices ?? ["zh-CN", "en-US", "ja-JP"]).map((lang) => ({ lang, name: lang, localService: true }));
  let listed = !options.late;
  const listeners = [];
  let pending = null;
  window.said = [];
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  const synthesis = {
    getVoices: () => (listed ? voices : []),
    addEventListener: (name, listener) => listeners.push(listener),
    speak(utterance) {
      const { text, lang, rate, volume } = utterance;
      window.said.push({ text, lang, rate, volume, voice: utterance.voice.lang });
      const comma = text.search(/[，,]/);
      if (comma >= 0) setTimeout(() => utterance.onboundary({ charIndex: comma + 1 }), 50);
      pending = setTimeout(() => (options.broken ? utterance.onerror({}) : utterance.onend({})), options.take ?? 150);
    },
    cancel() {
      clearTimeout(pending);
      window.cancelled = (window.cancelled ?? 0) + 1;
    },
  };
  Object.defineProperty(window, "speechSynthesis", { value: options.none ? undefined : synthesis });
  if (options.late) setTimeout(() => { listed = true; listeners.forEach((listener) => listener()); }, 300);
})();
