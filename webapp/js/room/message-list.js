import { localize } from '../lib/time.js';
import { isLine, renderLine } from './line-view.js';
import { change, render } from './message-view.js';

/** The messages of the room: the log's in its order, then those on their way. */
export class MessageList {
  #list = document.getElementById('messages');
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
    this.#list.querySelectorAll('.message').forEach((item) => this.#mark(item));
    scroll.toEnd();
  }

  /** The number of the newest entry shown. */
  get head() {
    return this.#head;
  }

  /** Shows an entry of the log; one that is known already only ends its pending state. */
  add(entry) {
    this.#settle(entry.id);
    if (entry.seq <= this.#head) {
      return;
    }
    this.#head = entry.seq;
    if (entry.type === 'message' || entry.type === 'event' || isLine(entry)) {
      this.#insertInLog(entry);
    } else {
      const item = this.#list.querySelector(`.message[data-seq="${Number(entry.target)}"]`);
      if (item) {
        change(item, entry);
      }
    }
  }

  /** Shows this page of the log in place of what is there. */
  reset(head, messages, changes = []) {
    this.#list.querySelectorAll('.message:not(.is-pending), .line').forEach((item) => item.remove());
    const all = [...messages, ...changes].sort((a, b) => a.seq - b.seq);
    all.forEach((entry) => {
      this.#settle(entry.id);
      this.#insertInLog(entry);
    });
    this.#head = head;
  }

  /** Shows a message on its way. */
  addPending({ id, text, order, failed }) {
    if (!this.#pending.has(id)) {
      const at = new Date(order).toISOString();
      const item = render({ from: this.#you, at, message: text });
      item.dataset.id = id;
      item.classList.add('is-pending');
      this.#pending.set(id, item);
      this.#insert(item, null, true);
    }
    this.#showState(this.#pending.get(id), failed);
  }

  discard(id) {
    this.#settle(id);
    this.#empty.hidden = this.#list.children.length > 0;
  }

  #settle(id) {
    this.#pending.get(id)?.remove();
    this.#pending.delete(id);
  }

  #insertInLog(entry) {
    const firstPending = this.#pending.values().next().value ?? null;
    const item = isLine(entry) ? renderLine(entry) : render(entry);
    this.#insert(item, firstPending, entry.from.name === this.#you.name);
  }

  #insert(item, before, own) {
    this.#mark(item);
    this.#empty.hidden = true;
    this.#scroll.keep(() => this.#list.insertBefore(item, before), own);
  }

  #mark(item) {
    item.classList.toggle('is-own', item.dataset.author === this.#you.name);
  }

  #showState(item, failed) {
    item.classList.toggle('is-failed', Boolean(failed));
    item.querySelector('.message-state').hidden = false;
    item.querySelector('.message-note').textContent = failed
      ? `${this.#list.dataset.failed} ${failed}`
      : this.#list.dataset.pending;
    item.querySelectorAll('.message-state button').forEach((button) => (button.hidden = !failed));
  }
}
