import { Receipts } from './receipts.js';
import { ReadMark } from './read-mark.js';
import { Unread } from './unread.js';

const REFRESH = 60_000;

/** All that the page knows and tells of reading. */
export class Reading {
  #you;
  #mark;
  #unread;
  #receipts = new Receipts();
  #level = document.getElementById('level');

  /** head gives the number of the newest entry shown; send sends an event. */
  constructor(base, room, you, head, send) {
    this.#you = you;
    this.#mark = new ReadMark(head, (seq) => send({ type: 'read', seq }));
    this.#unread = new Unread(base, room);
    this.#level.addEventListener('change', () => send({ type: 'level', level: this.#level.value }));
    this.#level.form.classList.add('is-live');
    document.addEventListener('visibilitychange', () => document.hidden || this.#unread.refresh());
    setInterval(() => this.#unread.refresh(), REFRESH);
  }

  receive(event) {
    switch (event.type) {
      case 'hello':
        this.#level.value = event.level ?? this.#level.value;
        this.#mark.start(event.read);
        this.#receipts.start(event.receipts);
        this.#unread.refresh();
        break;
      case 'message':
      case 'event':
        this.#message(event);
        break;
      case 'reset':
        event.entries.slice(-1).forEach((last) => this.#receipts.message(last.seq, this.#isOwn(last)));
        this.#unread.refresh();
        break;
      case 'read':
        this.#read(event);
        break;
      case 'level':
        this.#level.value = event.level;
        this.#unread.refresh();
        break;
      case 'unread':
        this.#unread.set(event);
        break;
    }
    this.#mark.check();
  }

  #isOwn({ from }) {
    return from.name === this.#you;
  }

  #message(event) {
    const own = this.#isOwn(event);
    this.#receipts.message(event.seq, own);
    if (!own) {
      this.#unread.add(event);
    }
  }

  #read({ from, seq }) {
    if (from) {
      this.#receipts.read(from, seq);
    } else {
      this.#mark.moved(seq);
      this.#unread.read(seq);
    }
  }
}
