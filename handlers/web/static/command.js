// The command box: history, completion by keyboard, and whatever is pressed on the page.
import { element } from "./elements.js";
import { refusal, replyFrom } from "./wire.js";

const HISTORY_KEY = "tidings-history";
const HISTORY_LENGTH = 50;

async function send(url, body) {
  try {
    const answer = await fetch(`${url}?html`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.status === 401) {
      location.assign("/login");
      return refusal("Log in again.");
    }
    const said = await answer.json();
    return said.html ? replyFrom(said.html) : refusal(said.text);
  } catch {
    return refusal("No answer from Tidings. Is it still running? Nothing was changed.");
  }
}

class History {
  constructor() {
    try {
      this.lines = JSON.parse(sessionStorage.getItem(HISTORY_KEY)) ?? [];
    } catch {
      this.lines = [];
    }
    this.at = this.lines.length;
    this.draft = "";
  }

  add(line) {
    this.lines = [...this.lines.filter((known) => known !== line), line].slice(-HISTORY_LENGTH);
    this.at = this.lines.length;
    try {
      sessionStorage.setItem(HISTORY_KEY, JSON.stringify(this.lines));
    } catch {
      // Without storage the history lasts as long as the page.
    }
  }

  // What was being typed waits at the end while one looks back.
  step(by, typed) {
    if (this.at === this.lines.length) this.draft = typed;
    this.at = Math.min(this.lines.length, Math.max(0, this.at + by));
    return this.lines[this.at] ?? this.draft;
  }
}

class Choices {
  constructor(input, list, take) {
    this.input = input;
    this.list = list;
    this.selected = -1;
    this.values = [];
    list.addEventListener("pointerdown", (event) => {
      const option = event.target.closest("[role=option]");
      event.preventDefault();
      if (option) take(this.values[Number(option.dataset.index)]);
    });
  }

  get open() {
    return !this.list.hidden;
  }

  show(choices) {
    const chosen = this.chosen;
    this.values = choices.map((choice) => choice.value);
    this.list.replaceChildren(
      ...choices.map((choice, index) => {
        const option = element("li", "", choice.name);
        option.id = `choice-${index}`;
        option.role = "option";
        option.dataset.index = index;
        return option;
      }),
    );
    this.list.hidden = choices.length === 0;
    this.input.setAttribute("aria-expanded", String(this.open));
    // An answer that comes late must not take away what was just chosen.
    this.select(chosen === undefined ? -1 : this.values.indexOf(chosen));
  }

  close() {
    this.show([]);
  }

  // -1 is none: the line as it was typed.
  select(index) {
    const count = this.values.length;
    this.selected = count ? (index < -1 ? count - 1 : index >= count ? -1 : index) : -1;
    [...this.list.children].forEach((option, at) => {
      option.setAttribute("aria-selected", String(at === this.selected));
    });
    const option = this.list.children[this.selected];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  get chosen() {
    return this.values[this.selected];
  }
}

export function commandBox(channel, wire) {
  const form = document.querySelector("[data-command]");
  const input = form.querySelector("input");
  const history = new History();
  const choices = new Choices(input, form.querySelector("[data-choices]"), (line) => take(line));
  let asked = 0;

  const write = (line) => {
    input.value = line;
    input.setSelectionRange(line.length, line.length);
  };

  async function complete() {
    const mine = ++asked;
    const text = input.value;
    if (!text.trim()) return choices.close();
    try {
      const answer = await fetch(`${channel}/complete?text=${encodeURIComponent(text)}`);
      const found = answer.ok ? await answer.json() : [];
      // An older answer that comes late must not replace a newer one.
      if (mine !== asked || document.activeElement !== input) return;
      choices.show(found.filter((choice) => choice.value !== text));
    } catch {
      choices.close();
    }
  }

  function take(line) {
    write(line);
    input.focus();
    complete();
  }

  async function say() {
    const line = input.value.trim();
    if (!line) return;
    asked += 1;
    choices.close();
    history.add(line);
    write("");
    wire.answer(line, await send(`${channel}/commands`, { text: line }));
  }

  const keys = {
    Enter(event) {
      if (event.isComposing) return false;
      if (choices.chosen) take(choices.chosen);
      else say();
      return true;
    },
    Tab(event) {
      if (!choices.open || event.shiftKey) return false;
      take(choices.chosen ?? choices.values[0]);
      return true;
    },
    Escape() {
      // Completions that are still on their way do not come either.
      asked += 1;
      if (!choices.open && !input.value) input.blur();
      choices.close();
      return true;
    },
    ArrowDown() {
      if (choices.open) choices.select(choices.selected + 1);
      else if (history.at < history.lines.length) write(history.step(1, input.value));
      else return false;
      return true;
    },
    ArrowUp() {
      // Inside completions only once one is chosen, so that history stays one key away.
      if (choices.open && choices.selected >= 0) choices.select(choices.selected - 1);
      else {
        choices.close();
        write(history.step(-1, input.value));
      }
      return true;
    },
  };

  input.addEventListener("keydown", (event) => {
    if (keys[event.key]?.(event)) event.preventDefault();
  });
  input.addEventListener("input", complete);
  input.addEventListener("blur", () => choices.close());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    say();
  });

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    if (!input.value) write("/");
    complete();
  });

  document.addEventListener("click", async (event) => {
    const typed = event.target.closest("[data-typed]");
    if (typed) return take(typed.dataset.typed);
    const button = event.target.closest("[data-action]");
    if (!button || button.getAttribute("aria-busy") === "true") return;
    button.setAttribute("aria-busy", "true");
    const { action, value } = button.dataset;
    const reply = await send(`${channel}/actions`, { action, value });
    button.removeAttribute("aria-busy");
    wire.answerUnder(button, reply);
  });
}
