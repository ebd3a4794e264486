import { Comeback } from './comeback.js';
import { Pulse } from './pulse.js';

const PROTOCOL = 'warren.v1';
const CLOSING = 1001;
/** Codes that tell that the person may not be here; their reasons are states. */
const KEPT_OUT = [4001, 4003, 4004, 4005, 4006];
const OPEN = 1;

/**
 * A socket that comes back by itself. Calls back with every event of the server, and with its state:
 * "connecting", "online", "offline" or "closing", or the reason for which it was closed for good.
 */
export class LiveSocket {
  #url;
  #onEvent;
  #onState;
  #socket = null;
  #comeback;
  #pulse = new Pulse(() => this.send({ type: 'ping' }), () => this.#drop());
  #stopped = false;

  /**
   * url gives the address, asked for at each attempt, for it names the place to resume at. onBlocked is
   * called when several attempts in a row did not even open.
   */
  constructor(url, onEvent, onState, onBlocked) {
    this.#comeback = new Comeback(() => this.connect(), onBlocked);
    this.#url = url;
    this.#onEvent = onEvent;
    this.#onState = onState;
    addEventListener('offline', () => this.#drop());
  }

  connect() {
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
    const open = this.#socket?.readyState === OPEN;
    if (open) {
      this.#socket.send(JSON.stringify([event]));
    }
    return open;
  }

  /** Ends for good. */
  stop() {
    this.#stopped = true;
    this.#comeback.stop();
    this.#close();
  }

  #closed({ code, reason }) {
    if (KEPT_OUT.includes(code)) {
      this.stop();
      this.#onState(reason);
    } else if (code === CLOSING) {
      this.#drop('closing');
      this.#comeback.spread();
    } else {
      this.#drop();
    }
  }

  #receive(frame) {
    this.#pulse.heard();
    for (const event of JSON.parse(frame)) {
      if (event.type === 'hello') {
        this.#comeback.arrived();
        this.#onState('online');
      }
      this.#onEvent(event);
    }
  }

  #close() {
    this.#pulse.stop();
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #drop(state = 'offline') {
    this.#close();
    if (!this.#stopped) {
      this.#onState(state);
      this.#comeback.later();
    }
  }
}
