// The list of messages: where new ones go, how edits replace, and whether to scroll along.
import { element, fromHtml } from "./elements.js";
import { tick } from "./times.js";

const NEAR_END = 120;

export class Wire {
  constructor() {
    this.flow = document.querySelector("[data-flow]");
    this.items = document.querySelector("[data-items]");
    this.empty = document.querySelector("[data-empty]");
    this.latest = document.querySelector("[data-latest]");
    this.title = document.title;
    this.unseen = 0;
    document.addEventListener("visibilitychange", () => this.countUnseen(0));
    this.latest.addEventListener("click", () => this.toEnd());
    this.flow.addEventListener("scroll", () => {
      if (this.atEnd()) this.latest.hidden = true;
    });
  }

  // The flow is reversed: its end is at scrollTop 0 and older messages are negative.
  atEnd() {
    return Math.abs(this.flow.scrollTop) < NEAR_END;
  }

  toEnd() {
    this.flow.scrollTop = 0;
    this.latest.hidden = true;
  }

  post(message) {
    const known = document.getElementById(`m${message.id}`);
    if (known) return this.edit(message);
    const item = fromHtml(message.html);
    const parent = message.reply_to && document.getElementById(`m${message.reply_to}`);
    if (!parent) return this.append(item);
    parent.querySelector("[data-thread]").append(item);
    this.arrive(item);
    if (message.pointer) this.append(fromHtml(message.pointer));
  }

  edit(message) {
    const known = document.getElementById(`m${message.id}`);
    // Older than what the page opened with; the reply that tells of the change comes by itself.
    if (!known) return;
    const article = fromHtml(message.html).querySelector("article");
    known.querySelector("article").replaceWith(article);
    article.classList.add("changed");
    tick(article);
  }

  // The tab says how many came while nobody looked.
  countUnseen(more) {
    this.unseen = document.hidden ? this.unseen + more : 0;
    document.title = this.unseen ? `(${this.unseen}) ${this.title}` : this.title;
  }

  append(item) {
    this.countUnseen(1);
    const follow = this.atEnd();
    this.empty.hidden = true;
    this.items.append(item);
    this.arrive(item);
    if (follow) this.toEnd();
    else this.latest.hidden = false;
  }

  // What this person typed and what came back; nobody else sees it.
  answer(said, reply) {
    const item = element("li", "item answer");
    item.append(element("p", "said", said), reply);
    this.items.append(item);
    this.empty.hidden = true;
    this.arrive(item);
    this.toEnd();
  }

  // Under the card whose button was pressed; pressed again, it is replaced.
  answerUnder(button, reply) {
    const card = button.closest(".item, .near");
    const home = card?.querySelector(":scope > [data-thread]") ?? card;
    if (!home) return;
    const key = `${button.dataset.action} ${button.dataset.value}`;
    const item = element("li", "item answer");
    item.dataset.answer = key;
    item.append(reply);
    const before = [...home.children].find((child) => child.dataset.answer === key);
    if (before) before.replaceWith(item);
    else home.append(item);
    this.arrive(item);
    item.scrollIntoView({ block: "nearest" });
  }

  arrive(item) {
    item.classList.add("fresh-in");
    tick(item);
  }
}

export function replyFrom(html) {
  const reply = fromHtml(html);
  const dismiss = element("button", "dismiss", "✕");
  dismiss.type = "button";
  dismiss.setAttribute("aria-label", "Put this answer away");
  dismiss.addEventListener("click", () => reply.closest(".answer")?.remove());
  reply.append(dismiss, element("p", "only-you", "Only you see this."));
  return reply;
}

export function refusal(words) {
  const reply = element("div", "reply refused");
  reply.append(element("p", "title", words));
  return replyFrom(reply.outerHTML);
}
