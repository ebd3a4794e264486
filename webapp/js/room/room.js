import { localize } from '../lib/time.js';
import { Line, socketAddress } from '../live/line.js';
import { Around } from './around.js';
import { Composer } from './composer.js';
import { History, pageOf } from './history.js';
import { MessageList } from './message-list.js';
import { Pending } from './pending.js';
import { Places } from './places.js';
import { Quotes } from './quotes.js';
import { Reading } from './reading.js';
import { showRoom } from './room-head.js';
import { Scroll } from './scroll.js';
import { Sending } from './sending.js';
import { Since } from './since.js';
import { Status } from './status.js';
import { Timeline } from './timeline.js';

const { base, room, you: name, display, head, older, newer, read, closed } = document.body.dataset;
const you = { name, display };
const path = encodeURIComponent(room);
const api = `${base}/api/rooms/${path}/messages`;

document.querySelectorAll('.seen time').forEach(localize);
const history = new History(api);
const scroll = new Scroll((edge) => (edge === 'older' ? timeline.showOlder() : timeline.showNewer()).catch(() => {}));
const list = new MessageList(name);
const stretch = { head: Number(head), older: older !== undefined, newer: newer !== undefined };
const timeline = new Timeline(list, history, scroll, stretch);
const places = new Places(timeline, list, history, scroll);
const quotes = new Quotes(list, history);
places.start();
new Since({ list, timeline, scroll, places, you: name, read: Number(read) });

if (name !== '' && closed === undefined) {
  live();
}

function live() {
  const status = new Status();
  const line = new Line({
    socket: socketAddress(`${base}/ws/chat/${path}/`),
    api,
    head: () => timeline.head,
    you,
    onEvent: receive,
    onState: (state) => status.show(state),
  });
  const pending = new Pending(you, (seq) => list.find(seq));
  const sending = new Sending({ base, you: name, room, pending, line, problem: (text) => status.problem(text) });
  const around = new Around(base, you, (event) => line.signal(event));
  const seen = () => (timeline.isAtHead ? timeline.head : 0);
  const reading = new Reading(base, room, name, seen, (event) => line.send(event));
  if (document.getElementById('composer')) {
    new Composer(base, room, say);
  }
  line.connect();

  function say(message) {
    sending.send({ type: 'message', message });
    places.showNewest();
  }

  function receive(event) {
    if (event.type === 'hello' && event.you.name !== name) {
      line.stop();
      status.show('changed');
      return;
    }
    sending.receive(event);
    if (event.seq && event.from && event.at) {
      timeline.add(quotes.complete(event));
    }
    switch (event.type) {
      case 'hello':
        scroll.again();
        break;
      case 'room':
        showRoom(event);
        break;
      case 'reset':
        places.reset(pageOf(event));
        break;
    }
    around.receive(event);
    reading.receive(event);
  }
}
