// The desk as it is now: the page asks for itself again and takes over what was decided since.
import { keepTicking, tick } from "./times.js";

const EVERY = 6_000;

function take(list, next) {
  const items = [...next.children].map((item) => {
    const old = [...list.children].find((one) => one.id === item.id);
    if (old?.dataset.decided === item.dataset.decided) return old;
    if (old) item.querySelector("details").open = old.querySelector("details").open;
    item.classList.add(old ? "changed" : "fresh-in");
    return item;
  });
  if (items.some((item, at) => item !== list.children[at])) list.replaceChildren(...items);
}

async function renew() {
  if (document.hidden) return;
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const next of page.querySelectorAll("[data-part]")) {
    const part = document.querySelector(`[data-part="${next.dataset.part}"]`);
    const [list, items] = [part, next].map((one) => one.querySelector(".candidates"));
    // What somebody is reading or has opened stays as it is, unless it was decided anew.
    if (list && items) take(list, items);
    else if (part.innerHTML !== next.innerHTML) part.replaceChildren(...next.childNodes);
  }
  tick();
}

keepTicking();
// A lost connection is no news here: the next round asks again.
setInterval(() => renew().catch(() => {}), EVERY);
