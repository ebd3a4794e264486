import { LiveSocket } from '../live/live-socket.js';
import { LongPoll } from '../live/long-poll.js';
import { socketAddress } from '../live/sockets.js';
import { Elsewhere } from './elsewhere.js';
import { Inbox } from './inbox.js';
import { notice, offerNotices } from './notice.js';

const bell = document.getElementById('bell');
const dialog = document.getElementById('inbox');
const { base } = document.documentElement.dataset;
const api = `${base}/api/inbox`;
const inbox = new Inbox(base);
const elsewhere = new Elsewhere(base);
const socket = new LiveSocket(address, receive, () => {}, goByHttp);

bell.addEventListener('click', (click) => {
  click.preventDefault();
  dialog.showModal();
});
// Beside it, or on a link that may lead to another place of this very page.
dialog.addEventListener('click', ({ target }) => {
  if (target === dialog || target.closest('.event-link')) {
    dialog.close();
  }
});
document.getElementById('inbox-close').addEventListener('click', () => dialog.close());
document.getElementById('inbox-read').addEventListener('click', markRead);
offerNotices();
start();

/** First what is there, then what comes. */
async function start() {
  try {
    const response = await fetch(api);
    if (!response.ok) {
      return;
    }
    const { head, entries } = await response.json();
    inbox.reset(head, entries);
  } catch {
    // The socket brings a page by itself.
  }
  socket.connect();
}

function address() {
  return socketAddress(`${base}/ws/push?since=${inbox.head}`);
}

async function goByHttp() {
  const poll = new LongPoll(api, () => inbox.head, null, receive, () => {});
  if (navigator.onLine && (await poll.works())) {
    socket.stop();
    poll.connect();
  }
}

function receive(event) {
  if (event.type === 'hello') {
    // Over HTTP it does not say how far.
    event.read === undefined ? askHowFar() : inbox.seen(event.read);
  } else if (event.type === 'read') {
    inbox.seen(event.seq);
  } else if (event.type === 'reset') {
    inbox.reset(event.head, event.entries);
  } else if (event.type === 'event') {
    elsewhere.changed();
    const item = inbox.add(event);
    if (item) {
      notice(item, event);
    }
  }
}

function askHowFar() {
  settle(fetch(`${api}/read`));
}

function markRead() {
  const body = JSON.stringify({ seq: inbox.head });
  settle(fetch(`${api}/read`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }));
}

/** What was seen stays unread on the page when the server does not answer, and can be marked again. */
function settle(asked) {
  asked
    .then((response) => response.ok && response.json())
    .then((read) => read && inbox.seen(read.seq))
    .catch(() => {});
}
