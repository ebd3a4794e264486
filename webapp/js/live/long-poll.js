import { Backoff } from './backoff.js';
import { Posts } from './posts.js';
import { socketsGoThrough } from './sockets.js';

const WAIT = 25;

/**
 * A room over plain HTTP, for networks that let no WebSocket through: the same events, asked for again
 * and again. Calls back like LiveSocket; who is here it does not know.
 */
export class LongPoll {
  #url;
  #head;
  #you;
  #onEvent;
  #onState;
  #posts;
  #backoff = new Backoff();
  #asking = new AbortController();
  #online = false;
  #stopped = false;
  /** Whether the server has said that the person may not read this. */
  refused = false;

  /** head gives the number of the newest entry that is known. */
  constructor(url, head, you, onEvent, onState) {
    this.#url = url;
    this.#head = head;
    this.#you = you;
    this.#onEvent = onEvent;
    this.#onState = onState;
    this.#posts = new Posts(url, head, onEvent, () => this.#broken());
  }

  async connect() {
    while (!this.#stopped) {
      try {
        const answer = await this.#ask(this.#online ? WAIT : 0);
        if (!this.#online) {
          this.#online = true;
          this.#backoff.reset();
          this.#onState('online');
          this.#onEvent({ type: 'hello', you: this.#you });
        }
        const events = answer.type === 'reset' ? [answer] : answer.entries;
        events.forEach((event) => this.#onEvent(event));
      } catch {
        if (this.refused) {
          return;
        }
        this.#online = false;
        this.#onState('offline');
        await new Promise((resolve) => setTimeout(resolve, this.#backoff.next()));
      }
    }
  }

  /** Whether HTTP goes where WebSocket does not; after a server was away both may go again. */
  async works() {
    return this.#ask(0).then(
      async () => !(await socketsGoThrough()),
      () => false,
    );
  }

  /** Sends an event if there is a connection; tells whether it did. */
  send(event) {
    if (this.#online) {
      this.#posts.send(event);
    }
    return this.#online;
  }

  /** Whoever cannot be told is asked anew; what waits is sent again after that. */
  #broken() {
    this.#online = false;
    this.#asking.abort();
  }

  stop() {
    this.#stopped = true;
  }

  async #ask(wait) {
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const response = await fetch(`${this.#url}?since=${this.#head()}&wait=${wait}&limit=200`, { signal });
    if (response.status === 403 || response.status === 404) {
      this.refused = true;
      this.#onEvent(await response.json());
    }
    if (!response.ok) {
      throw new Error(`HTTP ${response.status}`);
    }
    return response.json();
  }
}
