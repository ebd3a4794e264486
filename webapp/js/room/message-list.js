import { localize } from '../lib/time.js';

/**
 * The messages of the room as they are seen: the log's in its order, then those on their way. The
 * server's own template is cloned and filled with text, never with markup.
 */
export class MessageList {
  #list = document.getElementById('messages');
  #template = document.getElementById('message').content.querySelector('.message');
  #empty = document.getElementById('empty');
  #pending = new Map();
  #you;
  #scroll;
  #head;

  constructor(you, head, scroll) {
    this.#you = you;
    this.#scroll = scroll;
    this.#head = head;
    this.#list.querySelectorAll('time').forEach(localize);
    this.#list.querySelectorAll('.message').forEach((item) => this.#mark(item, item.dataset.author));
    scroll.toEnd();
  }

  /** The number of the newest entry shown. */
  get head() {
    return this.#head;
  }

  /** Shows an entry of the log; one that stands there already only ends its pending state. */
  add(entry) {
    this.#settle(entry.id);
    if (entry.seq > this.#head) {
      this.#head = entry.seq;
      const firstPending = this.#pending.values().next().value ?? null;
      this.#insert(this.#render(entry), firstPending, entry.from.name === this.#you.name);
    }
  }

  /** Shows this page of the log in place of what is there. */
  reset(head, entries) {
    this.#list.querySelectorAll('.message:not(.is-pending)').forEach((item) => item.remove());
    this.#head = 0;
    entries.forEach((entry) => this.add(entry));
    this.#head = head;
  }

  /** Shows a message on its way. */
  addPending({ id, text, order, failed }) {
    if (!this.#pending.has(id)) {
      const at = new Date(order).toISOString();
      const item = this.#render({ seq: '', from: this.#you, at, message: text });
      item.dataset.id = id;
      item.classList.add('is-pending');
      this.#pending.set(id, item);
      this.#insert(item, null, true);
    }
    this.#showState(id, failed);
  }

  discard(id) {
    this.#settle(id);
    this.#empty.hidden = this.#list.children.length > 0;
  }

  #settle(id) {
    this.#pending.get(id)?.remove();
    this.#pending.delete(id);
  }

  #insert(item, before, own) {
    this.#empty.hidden = true;
    this.#scroll.keep(() => this.#list.insertBefore(item, before), own);
  }

  #render({ seq, from, at, message }) {
    const item = this.#template.cloneNode(true);
    item.dataset.seq = seq;
    this.#mark(item, from.name);
    const author = item.querySelector('.message-author');
    author.textContent = from.display;
    author.title = from.name;
    const time = item.querySelector('.message-time');
    time.dateTime = at;
    localize(time);
    item.querySelector('.message-text').textContent = message;
    return item;
  }

  #mark(item, author) {
    item.dataset.author = author;
    item.classList.toggle('is-own', author === this.#you.name);
  }

  #showState(id, failed) {
    const item = this.#pending.get(id);
    item.classList.toggle('is-failed', Boolean(failed));
    item.querySelector('.message-state').hidden = false;
    item.querySelector('.message-note').textContent = failed
      ? `${this.#list.dataset.failed} ${failed}`
      : this.#list.dataset.pending;
    item.querySelectorAll('button').forEach((button) => (button.hidden = !failed));
  }
}
