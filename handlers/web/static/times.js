// "5 min ago" goes on counting. The server writes the first value in the same words.
const EVERY = 20_000;

export function ago(moment, now) {
  const seconds = (now - moment) / 1000;
  if (seconds < 45) return "just now";
  if (seconds < 3600) return `${Math.max(1, Math.round(seconds / 60))} min ago`;
  if (seconds < 86_400) return `${Math.round(seconds / 3600)} h ago`;
  if (seconds < 7 * 86_400) return `${Math.round(seconds / 86_400)} d ago`;
  return null;
}

export function tick(root = document) {
  const now = Date.now();
  for (const time of root.querySelectorAll("time[data-ago]")) {
    const moment = Date.parse(time.dateTime);
    if (now - moment < -60_000) continue;
    const words = ago(moment, now);
    if (words && time.textContent !== words) time.textContent = words;
  }
}

export function keepTicking() {
  tick();
  setInterval(tick, EVERY);
}
