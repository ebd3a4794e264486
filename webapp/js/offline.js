import { Backoff } from './live/backoff.js';
import { lastReader } from './lib/reader.js';
import { Shelf } from './lib/shelf.js';

const { base } = document.documentElement.dataset;
const backoff = new Backoff();

/** What the person who was here last has waiting in the room whose address this is. */
function waiting() {
  const [, room] = location.pathname.slice(base.length).match(/^\/chat\/([^/]+)\/?$/) ?? [];
  if (room === undefined) {
    return [];
  }
  const outbox = new Shelf('warren-outbox', base, lastReader(), decodeURIComponent(room));
  return outbox
    .names()
    .map((name) => outbox.get(name))
    .filter((letter) => letter?.event?.message)
    .sort((a, b) => a.order - b.order);
}

function show(messages) {
  document.getElementById('kept').hidden = messages.length === 0;
  document.getElementById('waiting').replaceChildren(
    ...messages.map(({ event }) => {
      const item = document.createElement('li');
      item.dir = 'auto';
      item.textContent = event.message;
      return item;
    }),
  );
}

/** The network may be there and the server not: only an answer tells. */
async function knock() {
  const answer = await fetch(`${base}/health`, { cache: 'no-store' }).catch(() => null);
  if (answer?.ok) {
    location.reload();
  } else {
    setTimeout(knock, backoff.next());
  }
}

show(waiting());
document.getElementById('again').addEventListener('click', () => location.reload());
// At its own address it stands in nobody's place.
if (location.pathname !== `${base}/offline`) {
  addEventListener('online', () => location.reload());
  setTimeout(knock, backoff.next());
}
