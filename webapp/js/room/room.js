import { localize } from '../lib/time.js';
import { Filter } from './filter.js';
import { Formatting } from './formatting.js';
import { History } from './history.js';
import { live } from './live.js';
import { MessageList } from './message-list.js';
import { Places } from './places.js';
import { Scroll } from './scroll.js';
import { Since } from './since.js';
import { Timeline } from './timeline.js';

const { base, person } = document.documentElement.dataset;
const { room, you: name, display, colour, head, older, newer, read, closed } = document.body.dataset;
const path = encodeURIComponent(room);
const api = `${base}/api/rooms/${path}/messages`;

document.querySelectorAll('.seen time').forEach(localize);
const history = new History(api);
const scroll = new Scroll((edge) => (edge === 'older' ? timeline.showOlder() : timeline.showNewer()).catch(() => {}));
const list = new MessageList(name);
const stretch = { head: Number(head), older: older !== undefined, newer: newer !== undefined };
const timeline = new Timeline(list, history, scroll, stretch);
const places = new Places(timeline, list, history, scroll);
places.start();
new Since({ list, timeline, scroll, places, you: name, read: Number(read) });
new Filter();
new Formatting(name);

if (name !== '' && closed === undefined) {
  live({ base, person, room, path, api, you: { name, display, colour }, history, list, timeline, scroll, places });
}
