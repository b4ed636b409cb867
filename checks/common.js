// What the checks share in a page. It runs before the page's own script and changes nothing.
globalThis.look = (() => {
  const visible = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.getClientRects().length > 0;

  // A short way to an element that a person can follow.
  const path = (element) => {
    const name = (node) => {
      if (node.id) return `#${node.id}`;
      const action = node.dataset.do ? `[data-do=${node.dataset.do}]` : "";
      const value = node.dataset.set ? `[data-set=${node.dataset.set}=${node.dataset.value}]` : "";
      const kind = node.classList.length ? `.${node.classList[0]}` : "";
      return node.localName + kind + action + value;
    };
    const parts = [];
    for (let node = element; node && node !== document.body; node = node.parentElement) {
      parts.unshift(name(node));
      if (node.id) break;
    }
    return parts.slice(-4).join(" > ") || "body";
  };

  // The text nodes that are shown and hold more than white space.
  const texts = (root = document.body) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.data.trim() && !node.parentElement.closest("script, style, template")) {
        if (visible(node.parentElement)) found.push(node);
      }
    }
    return found;
  };

  const language = (element) => element.closest("[lang]")?.lang ?? "";

  // red, green, blue as 0–255 and alpha as 0–1 of a computed colour
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const colour = (text) => {
    if (!known.has(text)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(text, [red, green, blue, alpha / 255]);
    }
    return known.get(text);
  };
  const over = ([r, g, b, a], [red, green, blue]) =>
    [r * a + red * (1 - a), g * a + green * (1 - a), b * a + blue * (1 - a), 1];

  // The colour behind an element, its own background included.
  const ground = (element) => {
    if (!element) return colour(getComputedStyle(document.documentElement).colorScheme
      .startsWith("dark") ? "#121212" : "#ffffff");
    const own = colour(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, ground(element.parentElement));
  };

  // WCAG 2.2, "relative luminance" and "contrast ratio"
  const luminance = (rgb) => {
    const [red, green, blue] = rgb.map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };

  // The next Tab begins at the top; blur alone would leave its starting point where it is.
  const top = () => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    scrollTo(0, 0);
  };

  return { top, visible, path, texts, language, colour, over, ground, contrast };
})();
