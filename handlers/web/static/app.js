// The wire page: wires its parts together.
import { commandBox } from "./command.js";
import { follow } from "./live.js";
import { keepTicking, tick } from "./times.js";
import { Wire } from "./wire.js";

const room = document.querySelector("[data-channel]");
const panel = document.querySelector("[data-panel]");
const opener = document.querySelector("[data-drawer-open]");
const wire = new Wire();

function showPanel(html) {
  const body = panel.querySelector("[data-panel-body]");
  body.innerHTML = html;
  tick(body);
}

function drawer(open) {
  if (panel.classList.contains("open") === open) return;
  panel.classList.toggle("open", open);
  opener.setAttribute("aria-expanded", String(open));
  // What is still hidden cannot be focused; in the next frame it is shown.
  requestAnimationFrame(() => (open ? panel.querySelector("[data-drawer-close]") : opener).focus());
}

opener.addEventListener("click", () => drawer(!panel.classList.contains("open")));
panel.querySelector("[data-drawer-close]").addEventListener("click", () => drawer(false));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && panel.classList.contains("open")) drawer(false);
});
// What is to be typed is in the box behind the drawer.
panel.addEventListener("click", (event) => {
  if (!event.target.closest("[data-typed]")) return;
  panel.classList.remove("open");
  opener.setAttribute("aria-expanded", "false");
});

keepTicking();
commandBox(room.dataset.channel, wire);
follow(room.dataset.channel, room.dataset.place, wire, showPanel);
