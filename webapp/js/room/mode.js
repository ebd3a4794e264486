import { Shelf } from '../lib/shelf.js';
import { quoteOf } from './quote.js';

/** What the text in the field will be: a new message, an answer, or another text for an older message. */
export class Mode {
  #bar = document.getElementById('mode');
  #title = document.getElementById('mode-title');
  #quote = document.getElementById('mode-quote');
  #shelf;
  #room;
  #on = {};
  #ended;

  /** ended is called when the person ends it; an answer that was begun is kept through reloads. */
  constructor(base, person, room, ended) {
    this.#shelf = new Shelf('warren-answer', base, person);
    this.#room = room;
    this.#ended = ended;
    document.getElementById('mode-end').addEventListener('click', () => this.end());
    const kept = this.#shelf.get(room);
    if (kept) {
      this.#begin({ kind: 'reply', ...kept });
    }
  }

  /** kind is "reply", "edit" or undefined; seq is the message that it is about, quote what that says. */
  get on() {
    return this.#on;
  }

  reply(item) {
    const about = { seq: Number(item.dataset.seq), quote: quoteOf(item) };
    this.#begin({ kind: 'reply', ...about });
    this.#shelf.put(this.#room, about);
  }

  edit(item) {
    this.#begin({ kind: 'edit', seq: Number(item.dataset.seq), quote: quoteOf(item) });
  }

  /** Back to new messages. */
  end() {
    const { kind } = this.#on;
    if (kind === 'reply') {
      this.#shelf.remove(this.#room);
    }
    this.#on = {};
    this.#bar.hidden = true;
    if (kind) {
      this.#ended(kind);
    }
  }

  #begin(on) {
    this.end();
    this.#on = on;
    const { reply, edit } = this.#bar.dataset;
    this.#title.textContent = on.kind === 'edit' ? edit : reply.replace('0', () => `\u2068${on.quote.from.display}\u2069`);
    this.#quote.textContent = on.quote.message;
    this.#bar.hidden = false;
  }
}
