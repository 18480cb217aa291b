// Live updates by server-sent events; the browser comes back by itself and says what it has seen.
export function follow(channel, place, wire, showPanel) {
  const link = document.querySelector("[data-link]");
  const say = (state, words) => {
    link.className = `link ${state}`;
    link.querySelector("span").textContent = words;
  };
  let seen = place;
  let stream;

  const open = () => {
    stream = new EventSource(`${channel}/events?after=${encodeURIComponent(seen)}`);
    const on = (name, handle) =>
      stream.addEventListener(name, (event) => {
        seen = event.lastEventId || seen;
        handle(JSON.parse(event.data));
      });
    on("hello", () => say("live", "live"));
    on("post", (message) => wire.post(message));
    on("edit", (message) => wire.edit(message));
    on("reload", () => location.reload());
    on("panel", (panel) => showPanel(panel.html));
    stream.addEventListener("error", () => {
      say("lost", "reconnecting …");
      // Closed for good after an answer that is no stream: a proxy's error page, a full house.
      if (stream.readyState === EventSource.CLOSED) setTimeout(open, 3000);
    });
  };
  open();
  addEventListener("pagehide", () => stream.close());
  addEventListener("pageshow", (event) => event.persisted && open());
}
