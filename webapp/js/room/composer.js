import { Shelf } from '../lib/shelf.js';

/** The field in which a message is written. Unsent text is kept through reloads. */
export class Composer {
  #text = document.getElementById('text');
  #drafts;
  #room;

  /** onSend is called with each text that the person sends. */
  constructor(base, room, onSend) {
    this.#drafts = new Shelf('warren-draft', base);
    this.#room = room;
    const form = document.getElementById('composer');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit(onSend);
    });
    this.#text.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        form.requestSubmit();
      }
    });
    this.#text.addEventListener('input', () => this.#keep());
    this.#text.value = this.#drafts.get(room) ?? this.#text.value;
    this.#fit();
  }

  #submit(onSend) {
    const text = this.#text.value;
    if (text.trim() !== '') {
      onSend(text);
      this.#text.value = '';
      this.#keep();
    }
    this.#text.focus();
  }

  #keep() {
    if (this.#text.value === '') {
      this.#drafts.remove(this.#room);
    } else {
      this.#drafts.put(this.#room, this.#text.value);
    }
    this.#fit();
  }

  #fit() {
    this.#text.style.height = 'auto';
    this.#text.style.height = `${this.#text.scrollHeight + 2}px`;
  }
}
