import { language } from '../lib/time.js';
import { displayOf } from './display.js';

const list = new Intl.ListFormat(language, { type: 'conjunction' });

/** In a direct conversation: which of the others have read one's newest message. */
export class Receipts {
  #line = document.getElementById('receipts');
  #readers = new Map();
  #own = 0;

  constructor() {
    const last = [...document.querySelectorAll('#messages .message')].at(-1);
    this.#own = last?.classList.contains('is-own') ? Number(last.dataset.seq) : 0;
  }

  /** How far others had read when the connection began: those who show it. */
  start(receipts = []) {
    this.#readers.clear();
    receipts.forEach(({ from, seq }) => this.read(from, seq));
    this.#show();
  }

  /** Another person has read up to a number. */
  read(person, seq) {
    this.#readers.set(person.name, { display: displayOf(person), seq });
    this.#show();
  }

  /** A message has come: after somebody else's there is nothing to tell. */
  message(seq, own) {
    this.#own = own ? seq : 0;
    this.#show();
  }

  #show() {
    const names = [...this.#readers.values()]
      .filter(({ seq }) => this.#own > 0 && seq >= this.#own)
      .map(({ display }) => `\u2068${display}\u2069`);
    this.#line.textContent =
      names.length > 0 ? this.#line.dataset.text.replace('1', () => list.format(names)) : '';
  }
}
