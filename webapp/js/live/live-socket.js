import { Backoff } from './backoff.js';

const PROTOCOL = 'warren.v1';
const QUIET = 30_000;
const PATIENCE = 10_000;
const BLOCKED = 3;
/** Codes that tell that the person may not be here; their reasons are states. */
const KEPT_OUT = [4001, 4003, 4004, 4005, 4006];
const OPEN = 1;

/**
 * A socket that comes back by itself. Calls back with every event of the server, and with its state:
 * "connecting", "online" or "offline", or the reason for which it was closed for good.
 */
export class LiveSocket {
  #url;
  #onEvent;
  #onState;
  #socket = null;
  #backoff = new Backoff();
  #retry = 0;
  #watch = 0;
  #stopped = false;
  #failures = 0;
  #onBlocked;

  /**
   * url gives the address, asked for at each attempt, for it names the place to resume at. onBlocked is
   * called when several attempts in a row did not even open.
   */
  constructor(url, onEvent, onState, onBlocked) {
    this.#onBlocked = onBlocked;
    this.#url = url;
    this.#onEvent = onEvent;
    this.#onState = onState;
    addEventListener('online', () => this.#hurry());
    addEventListener('offline', () => this.#drop());
    document.addEventListener('visibilitychange', () => document.hidden || this.#hurry());
  }

  connect() {
    clearTimeout(this.#retry);
    if (this.#stopped || this.#socket) {
      return;
    }
    this.#onState('connecting');
    const socket = new WebSocket(this.#url(), PROTOCOL);
    this.#socket = socket;
    socket.addEventListener('message', (message) => socket === this.#socket && this.#receive(message.data));
    socket.addEventListener('close', (close) => socket === this.#socket && this.#closed(close));
  }

  /** Sends an event if the socket is open; tells whether it did. */
  send(event) {
    const open = this.#socket !== null && this.#socket.readyState === OPEN;
    if (open) {
      this.#socket.send(JSON.stringify([event]));
    }
    return open;
  }

  /** Sends what is worth nothing later. */
  signal(event) {
    this.send(event);
  }

  /** Ends for good. */
  stop() {
    this.#stopped = true;
    clearTimeout(this.#retry);
    clearTimeout(this.#watch);
    this.#socket?.close();
    this.#socket = null;
  }

  #closed({ code, reason }) {
    if (KEPT_OUT.includes(code)) {
      this.stop();
      this.#onState(reason);
    } else {
      this.#drop();
    }
  }

  #receive(frame) {
    this.#heard();
    for (const event of JSON.parse(frame)) {
      if (event.type === 'hello') {
        this.#backoff.reset();
        this.#failures = 0;
        this.#onState('online');
      }
      this.#onEvent(event);
    }
  }

  /** A line can be dead without anybody being told: ask after a while of silence, and drop it if nothing comes. */
  #heard() {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => {
      this.send({ type: 'ping' });
      this.#watch = setTimeout(() => this.#drop(), PATIENCE);
    }, QUIET);
  }

  #drop() {
    clearTimeout(this.#watch);
    clearTimeout(this.#retry);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    if (!this.#stopped) {
      this.#onState('offline');
      this.#failures++;
      if (this.#failures % BLOCKED === 0) {
        this.#onBlocked();
      }
      this.#retry = setTimeout(() => this.connect(), this.#backoff.next());
    }
  }

  #hurry() {
    if (!this.#socket) {
      this.#backoff.reset();
      this.connect();
    }
  }
}
