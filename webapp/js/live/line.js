import { LiveSocket } from './live-socket.js';
import { LongPoll } from './long-poll.js';

/** The way to the server and back: a socket, or HTTP where no socket goes through. */
export class Line {
  #api;
  #head;
  #you;
  #onEvent;
  #onState;
  #way;

  /** socket and api are addresses, head gives the number of the newest entry that is known. */
  constructor({ socket, api, head, you, onEvent, onState }) {
    this.#api = api;
    this.#head = head;
    this.#you = you;
    this.#onEvent = onEvent;
    this.#onState = onState;
    const url = () => `${socket}?since=${head()}`;
    this.#way = new LiveSocket(url, onEvent, onState, () => this.#goByHttp());
  }

  connect() {
    this.#way.connect();
  }

  /** Sends an event if there is a connection; tells whether it did. */
  send(event) {
    return this.#way.send(event);
  }

  /** Sends what is worth nothing later; over HTTP who is here and who writes is not told. */
  signal(event) {
    if (this.#way instanceof LiveSocket) {
      this.#way.send(event);
    }
  }

  /** Sends an event by HTTP, also from a page that is about to be closed. */
  leave(event) {
    fetch(this.#api, {
      method: 'POST',
      keepalive: true,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(event),
    }).catch(() => {});
  }

  /** Ends for good. */
  stop() {
    this.#way.stop();
  }

  async #goByHttp() {
    const poll = new LongPoll(this.#api, this.#head, this.#you, this.#onEvent, this.#onState);
    const works = navigator.onLine && (await poll.works());
    if (poll.refused) {
      this.#way.stop();
    } else if (works) {
      this.#way.stop();
      this.#way = poll;
      this.#way.connect();
    }
  }
}
