/** The keys that open the search: Ctrl+K or Cmd+K, and / where no text is being written. */

const STORED = "arkiv-search-slash";

export function followShortcuts(open) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    const chord = command && !event.shiftKey && event.key.toLowerCase() === "k";
    const slash = !command && event.key === "/" && slashIsOn() && !isWriting(event.target);
    if (!chord && !slash) return;
    event.preventDefault();
    open();
  });
}

/** WCAG 2.1.4: a shortcut of a single character can be turned off, for those who speak to their computer. */
export function slashIsOn() {
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    return true; // storage is blocked: as if never set
  }
}

export function turnSlash(on) {
  try {
    if (on) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, "off");
  } catch {
    // storage is blocked: the choice cannot be kept
  }
}

function isWriting(target) {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}
