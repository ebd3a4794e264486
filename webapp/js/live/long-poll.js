import { Backoff } from './backoff.js';
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
  #backoff = new Backoff();
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
  }

  async connect() {
    let online = false;
    while (!this.#stopped) {
      try {
        const answer = await this.#ask(online ? WAIT : 0);
        if (!online) {
          online = true;
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
        online = false;
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

  send(event) {
    fetch(this.#url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(event),
    })
      .then((response) => response.json())
      .then((answer) => this.#answered(answer))
      .catch(() => this.#onState('offline'));
    return true;
  }

  stop() {
    this.#stopped = true;
  }

  /** An entry comes in its turn, with those before it; one that was there already comes no more. */
  #answered(answer) {
    if (answer.seq === undefined || answer.at === undefined) {
      this.#onEvent(answer);
    } else if (answer.seq <= this.#head()) {
      this.#onEvent({ type: 'stored', id: answer.id });
    }
  }

  async #ask(wait) {
    const response = await fetch(`${this.#url}?since=${this.#head()}&wait=${wait}&limit=200`);
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
