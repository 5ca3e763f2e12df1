// Asks the preview's server once a second how it stands, and loads the page again when there is something else to show.

const PAUSE = 1000;
const bar = document.querySelector(".arkiv-preview");
const status = bar.querySelector(".arkiv-preview__status");
const notes = bar.querySelector(".arkiv-preview__notes");
let told = null;
let timer = 0;

/** Set words only where they differ: a screen reader says again what is set again. */
function say(words) {
  if (status.textContent !== words) status.textContent = words;
}

function note({ kind, title, lines }) {
  const details = document.createElement("details");
  details.open = kind === "faults";
  const summary = document.createElement("summary");
  summary.textContent = title;
  const list = document.createElement("ul");
  for (const line of lines) {
    const item = document.createElement("li");
    item.textContent = line;
    list.append(item);
  }
  details.append(summary, list);
  return details;
}

function show(news) {
  say(news.status);
  const now = JSON.stringify(news.notes);
  if (told !== now) notes.replaceChildren(...news.notes.map(note));
  told = now;
}

async function ask() {
  clearTimeout(timer);
  if (document.hidden) return;
  try {
    const answer = await fetch("/__arkiv/state", { cache: "no-store" });
    const news = await answer.json();
    if (news.version !== bar.dataset.version) {
      location.reload();
      return;
    }
    show(news);
  } catch {
    say(bar.dataset.ended);
  }
  timer = setTimeout(ask, PAUSE);
}

document.addEventListener("visibilitychange", ask);
ask();
