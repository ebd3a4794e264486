import { isComposing } from '../lib/composing.js';
import { Shelf } from '../lib/shelf.js';
import { sends, showWhatEnterDoes } from './enter.js';
import { fit } from './fit.js';
import { Mode } from './mode.js';

/** The field in which a message is written. Unsent text is kept through reloads. */
export class Composer {
  #text = document.getElementById('text');
  #drafts;
  #room;
  #mode;
  #take;
  #editLast;

  /** person is the number of whoever writes. take is called with a text and what it is; it tells whether it has taken it. editLast begins to edit. */
  constructor({ base, person, room, take, editLast }) {
    this.#drafts = new Shelf('warren-draft', base, person);
    this.#room = room;
    this.#take = take;
    this.#editLast = editLast;
    this.#text.value = this.#drafts.get(room) ?? this.#text.value;
    this.#mode = new Mode(base, person, room, (kind) => this.#back(kind));
    const form = document.getElementById('composer');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#text.addEventListener('keydown', (event) => this.#key(event, form));
    this.#text.addEventListener('input', () => this.#keep());
    showWhatEnterDoes();
    fit(this.#text);
  }

  reply(item) {
    this.#mode.reply(item);
    this.#text.focus();
  }

  /** Takes the text of a message for another one; the draft comes back afterwards. */
  edit(item, text) {
    this.#mode.edit(item);
    this.#write(text);
  }

  /** Puts a text into the field if it is empty. */
  giveBack(text) {
    this.#write(this.#text.value || text);
  }

  #submit() {
    const { value } = this.#text;
    if ((value.trim() !== '' || this.#mode.on.kind === 'edit') && this.#take(value, this.#mode.on)) {
      this.#text.value = '';
      this.#keep();
      this.#mode.end();
    }
    this.#text.focus();
  }

  #key(event, form) {
    const { key } = event;
    if (sends(event)) {
      event.preventDefault();
      form.requestSubmit();
    } else if (key === 'ArrowUp' && this.#text.value === '' && !this.#mode.on.kind) {
      event.preventDefault();
      this.#editLast();
    } else if (key === 'Escape' && !isComposing(event)) {
      this.#mode.end();
    }
  }

  #back(kind) {
    if (kind === 'edit') {
      this.#write(this.#drafts.get(this.#room) ?? '');
    }
    this.#text.focus();
  }

  #write(text) {
    this.#text.value = text;
    this.#text.focus();
    fit(this.#text);
  }

  /** What is edited is no draft. */
  #keep() {
    const { value } = this.#text;
    if (this.#mode.on.kind !== 'edit') {
      value === '' ? this.#drafts.remove(this.#room) : this.#drafts.put(this.#room, value);
    }
    fit(this.#text);
  }
}
