import { localize } from '../lib/time.js';

const REFRESH = 30_000;

/** In a conversation of two: how the other one is, wherever that is, or when they were last seen. */
export class Seen {
  #line = document.getElementById('seen');
  #base;

  constructor(base) {
    this.#base = base;
    if (this.#line) {
      setInterval(() => document.hidden || this.#refresh(), REFRESH);
      document.addEventListener('visibilitychange', () => document.hidden || this.#refresh());
    }
  }

  /** Somebody has come to this conversation, turned away or back, or is gone. */
  moved({ name, state }) {
    if (name === this.#line?.dataset.name) {
      this.#show(state, state === 'offline' ? new Date().toISOString() : undefined);
    }
  }

  /** Of what happens elsewhere the server tells whoever asks. */
  async #refresh() {
    const answer = await fetch(`${this.#base}/api/people/${this.#line.dataset.name}`).catch(() => null);
    if (answer?.ok) {
      const { state, seen } = await answer.json();
      this.#show(state, seen);
    }
  }

  #show(state, seen) {
    this.#line.dataset.state = state ?? '';
    this.#line.textContent = seen ? `${this.#line.dataset.seen} ` : (this.#line.dataset[state] ?? '');
    if (seen) {
      const time = document.createElement('time');
      time.dateTime = seen;
      localize(time);
      this.#line.append(time);
    }
  }
}
