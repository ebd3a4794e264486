import { Backoff } from './backoff.js';

const BLOCKED = 3;

/** Comes back when a connection was lost: later each time, and at once when the network or the reader is back. */
export class Comeback {
  #connect;
  #backoff = new Backoff();
  #timer = 0;
  #losses = 0;
  #blocked;

  /**
   * connect is called for each attempt; it does nothing while there is a connection. blocked is called
   * when several attempts in a row came to nothing.
   */
  constructor(connect, blocked) {
    this.#connect = connect;
    this.#blocked = blocked;
    addEventListener('online', () => this.#hurry());
    document.addEventListener('visibilitychange', () => document.hidden || this.#hurry());
  }

  later() {
    this.#losses++;
    if (this.#losses % BLOCKED === 0) {
      this.#blocked();
    }
    this.#in(this.#backoff.next());
  }

  /** With many others, after a server that has said goodbye to all. */
  spread() {
    this.#in(this.#backoff.spread());
  }

  /** The next loss is the first one again. */
  arrived() {
    this.#losses = 0;
    this.#backoff.reset();
  }

  stop() {
    clearTimeout(this.#timer);
  }

  #in(pause) {
    this.stop();
    this.#timer = setTimeout(this.#connect, pause);
  }

  #hurry() {
    this.stop();
    this.#backoff.reset();
    this.#connect();
  }
}
