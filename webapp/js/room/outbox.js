import { newId } from '../lib/id.js';
import { Shelf } from '../lib/shelf.js';

/**
 * What the server has not yet acknowledged, events that say, edit, delete or react, kept through reloads
 * and outages, each under its id. Sending one again is safe: the server stores an id once.
 */
export class Outbox {
  #shelf;
  #last = 0;

  /** person is the number of whoever writes: by registering a guest gets another handle, but no other number. */
  constructor(base, person, room) {
    this.#shelf = new Shelf('warren-outbox', base, person, room);
  }

  /** Keeps an event, which gets its id here. */
  add(event) {
    this.#last = Math.max(Date.now(), this.#last + 1);
    const id = newId();
    const letter = { id, order: this.#last, event: { ...event, id } };
    this.#shelf.put(id, letter);
    return letter;
  }

  /** Notes why the server refused it for good; it waits for the person's decision. */
  fail(id, reason) {
    return this.#note(id, { failed: reason });
  }

  again(id) {
    return this.#note(id, { failed: undefined });
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
      .filter((letter) => letter?.event)
      .sort((a, b) => a.order - b.order);
  }

  #note(id, what) {
    const letter = this.#shelf.get(id);
    if (letter) {
      this.#shelf.put(id, { ...letter, ...what });
    }
    return this.#shelf.get(id);
  }
}
