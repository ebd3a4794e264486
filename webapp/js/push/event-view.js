import { localize } from '../lib/time.js';

const { content, dataset } = document.getElementById('event');
const template = content.querySelector('.event');
/** What tells of one message. */
const MESSAGES = ['mention', 'direct'];

/** An event as it is seen in the inbox: the server's own template, filled with text, never with markup. */
export function render(event, base) {
  const item = template.cloneNode(true);
  item.dataset.seq = event.seq;
  item.dataset.event = event.event;
  item.querySelector('.event-from').textContent = event.from.name.startsWith('deleted-')
    ? dataset.deletedAccount
    : event.from.display;
  item.querySelector('.event-title').textContent = event.title;
  item.querySelector('.event-text').textContent = event.text ?? '';
  const time = item.querySelector('time');
  time.dateTime = event.at;
  localize(time);
  const link = item.querySelector('.event-link');
  const href = leadsTo(event, base);
  link.hidden = !href;
  link.href = href ?? '';
  return item;
}

/** One line that says what it is about, in the reader's language. */
export function headline(item) {
  const kind = item.querySelector(`.event-kind[data-kind="${item.dataset.event}"]`)?.textContent ?? '';
  return `${item.querySelector('.event-from').textContent} ${kind}`.trim();
}

/** As the server has it where it draws the page itself. */
function leadsTo(event, base) {
  if (event.event === 'contact') {
    return `${base}/contacts`;
  }
  const place = MESSAGES.includes(event.event) && event.data?.seq ? `#${event.data.seq}` : '';
  return event.link ?? (event.room ? `${base}/chat/${encodeURIComponent(event.room)}/${place}` : null);
}
