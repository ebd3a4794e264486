import { localize } from '../lib/time.js';
import { LiveSocket } from '../live/live-socket.js';
import { LongPoll } from '../live/long-poll.js';
import { Around } from './around.js';
import { Composer } from './composer.js';
import { Formatting } from './formatting.js';
import { MessageList } from './message-list.js';
import { Outbox } from './outbox.js';
import { showRoom } from './room-head.js';
import { Reading } from './reading.js';
import { Scroll } from './scroll.js';
import { Standing } from './standing.js';
import { Status } from './status.js';

const AGAIN = 2_000;
const { base, room, you: name, display, colour, head, closed } = document.body.dataset;
const you = { name, display, colour };

document.querySelectorAll('.seen time').forEach(localize);
const list = new MessageList(you, Number(head), new Scroll());
new Formatting(name);

if (name !== '' && closed === undefined) {
  live();
}

function live() {
  const outbox = new Outbox(base, name, room);
  const status = new Status();
  const standing = new Standing();
  const show = (state) => status.show(state);
  const api = `${base}/api/rooms/${encodeURIComponent(room)}/messages`;
  let line = new LiveSocket(address, receive, show, goByHttp);

  const around = new Around(base, you, (event) => line.signal(event));
  const reading = new Reading(base, room, name, () => list.head, (event) => line.send(event));
  if (document.getElementById('composer')) {
    new Composer(base, room, (text) => send(outbox.add(text)));
  }
  outbox.all().forEach((message) => list.addPending(message));
  document.getElementById('messages').addEventListener('click', decide);
  line.connect();

  function address() {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const path = `${base}/ws/chat/${encodeURIComponent(room)}/`;
    return `${scheme}://${location.host}${path}?since=${list.head}`;
  }

  async function goByHttp() {
    const poll = new LongPoll(api, () => list.head, you, receive, show);
    const works = navigator.onLine && (await poll.works());
    if (poll.refused) {
      line.stop();
    } else if (works) {
      line.stop();
      line = poll;
      line.connect();
    }
  }

  function send(message) {
    list.addPending(message);
    if (!message.failed) {
      line.send({ type: 'message', id: message.id, message: message.text });
    }
  }

  function receive(event) {
    switch (event.type) {
      case 'hello':
        welcome(event);
        break;
      case 'message':
      case 'event':
      case 'edit':
      case 'delete':
      case 'react':
      case 'member':
        settle(event);
        break;
      case 'room':
        settle(event);
        showRoom(event);
        break;
      case 'reset':
        event.entries.forEach(({ id }) => outbox.remove(id));
        list.reset(event.head, event.entries, event.changes);
        break;
      case 'error':
        refused(event);
        break;
    }
    standing.receive(event);
    around.receive(event);
    reading.receive(event);
  }

  function welcome(hello) {
    if (hello.you.name !== name) {
      line.stop();
      status.show('changed');
      return;
    }
    outbox.all().forEach(send);
  }

  function settle(entry) {
    if (entry.id) {
      outbox.remove(entry.id);
    }
    list.add(entry);
  }

  function refused({ id, message, retry }) {
    const waiting = id && outbox.get(id);
    if (!waiting) {
      status.problem(message);
    } else if (retry) {
      setTimeout(() => outbox.get(id) && send(outbox.get(id)), AGAIN);
    } else {
      outbox.fail(id, message);
      list.addPending(outbox.get(id));
    }
  }

  /** The person decides what becomes of a message that the server refused. */
  function decide({ target }) {
    const id = target.closest('.message')?.dataset.id;
    if (target.classList.contains('message-again')) {
      send(outbox.again(id));
    } else if (target.classList.contains('message-discard')) {
      outbox.remove(id);
      list.discard(id);
    }
  }
}
