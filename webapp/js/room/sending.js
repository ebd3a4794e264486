import { Outbox } from './outbox.js';

const AGAIN = 2_000;

/** Sends what the person says and changes, again and again until the server has it or refuses it for good. */
export class Sending {
  #outbox;
  #pending;
  #line;
  #problem;
  /** While it runs, nothing overtakes what the server wants to be sent again. */
  #again = 0;

  /** problem is called with a sentence about what has no place of its own on the page. */
  constructor({ base, person, room, pending, line, problem }) {
    this.#outbox = new Outbox(base, person, room);
    this.#pending = pending;
    this.#line = line;
    this.#problem = problem;
    this.#outbox.all().forEach((letter) => this.#show(letter));
    pending.whenDecided(
      (id) => this.#send(this.#outbox.again(id)),
      (id) => this.#settle(id),
    );
  }

  /** Sends an event; quote is what it answers, as the page knows it. */
  send(event, quote) {
    this.#send(this.#outbox.add(event), quote);
  }

  receive(event) {
    if (event.type === 'hello') {
      this.#sendAll();
    } else if (event.type === 'reset') {
      event.entries.forEach(({ id }) => this.#settle(id));
    } else if (event.type === 'error') {
      this.#refused(event);
    } else {
      this.#settle(event.id);
    }
  }

  /** Sends an event from a page that is closed; the next one sees to it that it arrives. */
  leave(event) {
    this.#line.leave(this.#outbox.add(event).event);
  }

  /** Another text for a message that the server refused, for another try. */
  refusedEdit(seq) {
    return this.#outbox.all().find(({ event, failed }) => failed && event.type === 'edit' && event.seq === seq);
  }

  /** Gives up what the server refused for a message. */
  discardEdit(seq) {
    this.#settle(this.refusedEdit(seq)?.id);
  }

  #send(letter, quote) {
    this.#show(letter, quote);
    if (!letter.failed && !this.#again) {
      this.#line.send(letter.event);
    }
  }

  #sendAll() {
    clearTimeout(this.#again);
    this.#again = 0;
    this.#outbox.all().forEach((letter) => this.#send(letter));
  }

  #show(letter, quote) {
    if (letter.event.type !== 'react') {
      this.#pending.show(letter, quote);
    }
  }

  #settle(id) {
    if (id) {
      this.#outbox.remove(id);
      this.#pending.settle(id);
    }
  }

  #refused({ id, message, retry }) {
    const letter = id && this.#outbox.get(id);
    if (!letter) {
      this.#problem(message, id);
    } else if (retry) {
      this.#again ||= setTimeout(() => this.#sendAll(), AGAIN);
      this.#pending.wait(id, message);
    } else if (letter.event.message === undefined) {
      this.#settle(id);
      this.#problem(message);
    } else {
      this.#show(this.#outbox.fail(id, message));
    }
  }
}
