// What the page tells its script: the block of data at its end.

export function pageData() {
  const block = document.getElementById("_reader");
  return block ? JSON.parse(block.textContent) : null;
}
