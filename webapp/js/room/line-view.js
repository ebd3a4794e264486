import { displayOf } from './display.js';

const template = document.getElementById('lines').content;
const item = template.querySelector('.line');
const sentences = new Map(
  [...template.querySelectorAll('[data-line]')].map((text) => [text.dataset.line, text.textContent]),
);

/** Whether an entry is about the room or its people, which is shown as a small line. */
export function isLine({ type }) {
  return type === 'member' || type === 'room';
}

/** The line for such an entry: the page's own sentences, filled with text, never with markup. */
export function renderLine(entry) {
  const line = item.cloneNode(true);
  line.dataset.seq = entry.seq;
  line.dataset.at = entry.at;
  const said = entry.type === 'member' ? [aboutPerson(entry)] : [...aboutRoom(entry)];
  line.textContent = said.map(([key, about]) => sentence(key, displayOf(entry.from), about)).join(' ');
  return line;
}

function aboutPerson({ change, role, person }) {
  return [change === 'role' ? `role-${role}` : change, displayOf(person)];
}

function* aboutRoom({ title, topic, readOnly, slow, archived }) {
  if (title !== undefined) {
    yield ['title', title];
  }
  if (topic !== undefined) {
    yield [topic === '' ? 'no-topic' : 'topic', topic];
  }
  if (readOnly !== undefined) {
    yield [readOnly ? 'read-only' : 'writable', ''];
  }
  if (slow !== undefined) {
    yield [slow === 0 ? 'quick' : 'slow', slow];
  }
  if (archived !== undefined) {
    yield [archived ? 'archived' : 'reopened', ''];
  }
}

function sentence(key, from, about) {
  return (sentences.get(key) ?? '').replace(/\{([01])\}/g, (_, place) => (place === '0' ? from : about));
}
