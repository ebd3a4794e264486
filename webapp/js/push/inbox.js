import { render } from './event-view.js';

const SHOWN = 50;

/** The newest events of one's inbox, the newest on top, and how many of the whole log are not yet seen. */
export class Inbox {
  #list = document.getElementById('events');
  #empty = document.getElementById('inbox-empty');
  #count = document.getElementById('bell-count');
  #markRead = document.getElementById('inbox-read');
  #base;
  #head = 0;
  /** As long as it is not known how far, nothing is shown as unread. */
  #read = Infinity;

  constructor(base) {
    this.#base = base;
  }

  /** The number of the newest event that is known. */
  get head() {
    return this.#head;
  }

  /** Shows this page in place of what is there. */
  reset(head, events) {
    this.#list.replaceChildren();
    this.#head = 0;
    events.forEach((event) => this.add(event));
    this.#head = head;
    this.#show();
  }

  /** Shows an event; gives its item, or nothing if it is known already. */
  add(event) {
    if (event.seq <= this.#head) {
      return null;
    }
    this.#head = event.seq;
    const item = render(event, this.#base);
    this.#list.prepend(item);
    while (this.#list.children.length > SHOWN) {
      this.#list.lastElementChild.remove();
    }
    this.#show();
    return item;
  }

  /** Everything up to this number has been seen. */
  seen(seq) {
    this.#read = seq;
    this.#show();
  }

  #show() {
    const unread = Math.max(0, this.#head - this.#read);
    this.#count.textContent = unread > 99 ? '99+' : unread;
    this.#count.hidden = unread === 0;
    this.#markRead.hidden = unread === 0;
    this.#empty.hidden = this.#list.children.length > 0;
    for (const item of this.#list.children) {
      item.classList.toggle('is-unread', Number(item.dataset.seq) > this.#read);
    }
  }
}
