import { newId } from '../lib/id.js';
import { Shelf } from '../lib/shelf.js';

/**
 * The messages that the server has not yet acknowledged, kept through reloads and outages, each under
 * its id. Sending one again is safe: the server stores an id once.
 */
export class Outbox {
  #shelf;
  #last = 0;

  constructor(base, you, room) {
    this.#shelf = new Shelf('warren-outbox', base, you, room);
  }

  add(text) {
    this.#last = Math.max(Date.now(), this.#last + 1);
    const message = { id: newId(), text, order: this.#last };
    this.#shelf.put(message.id, message);
    return message;
  }

  /** Notes why the server refused a message for good; it waits for the person's decision. */
  fail(id, reason) {
    const message = this.#shelf.get(id);
    if (message) {
      this.#shelf.put(id, { ...message, failed: reason });
    }
  }

  again(id) {
    const message = this.#shelf.get(id);
    if (message) {
      this.#shelf.put(id, { ...message, failed: undefined });
    }
    return this.#shelf.get(id);
  }

  remove(id) {
    this.#shelf.remove(id);
  }

  get(id) {
    return this.#shelf.get(id);
  }

  /** All that wait, in the order in which they were written. */
  all() {
    return this.#shelf
      .names()
      .map((id) => this.#shelf.get(id))
      .filter(Boolean)
      .sort((a, b) => a.order - b.order);
  }
}
