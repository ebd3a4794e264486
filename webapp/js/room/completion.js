import { isComposing } from '../lib/composing.js';

const MOST = 20;

/** A list of what may be meant by what stands before the cursor, which shows itself while there is something. */
export class Completion {
  #field = document.getElementById('text');
  #list = document.getElementById('completion');
  #sources;
  #found = null;
  #active = -1;

  /** Each source is called with the text before the cursor, and gives where the word begins and its options, or null. */
  constructor(sources) {
    this.#sources = sources;
    this.#field.addEventListener('input', () => this.#look());
    this.#field.addEventListener('blur', () => this.#close());
    this.#field.addEventListener('keydown', (event) => this.#key(event), { capture: true });
    // A press would take the focus from the field.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('click', ({ target }) => {
      const place = [...this.#list.children].indexOf(target.closest('li'));
      if (place >= 0) {
        this.#choose(place);
      }
    });
  }

  #look() {
    const before = this.#field.value.slice(0, this.#field.selectionStart);
    this.#found = this.#sources.map((source) => source(before)).find((found) => found?.options.length) ?? null;
    if (!this.#found) {
      this.#close();
      return;
    }
    const { start, options } = this.#found;
    this.#list.replaceChildren(...options.slice(0, MOST).map(shown));
    this.#list.hidden = false;
    // What is complete already is sent by Enter, not completed.
    this.#mark(options.some(({ value }) => value === before.slice(start)) ? -1 : 0);
  }

  #key(event) {
    if (!this.#found || isComposing(event)) {
      return;
    }
    const count = this.#list.children.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.#mark((Math.max(this.#active, step < 0 ? 0 : -1) + step + count) % count);
    } else if (event.key === 'Tab' || (event.key === 'Enter' && this.#active >= 0)) {
      this.#choose(Math.max(this.#active, 0));
    } else if (event.key === 'Escape') {
      this.#close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  #choose(place) {
    const { start, options } = this.#found;
    this.#field.setRangeText(`${options[place].value} `, start, this.#field.selectionStart, 'end');
    this.#close();
    this.#field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  #mark(place) {
    this.#active = place;
    [...this.#list.children].forEach((item, at) => item.setAttribute('aria-selected', at === place));
    this.#list.children[place]?.scrollIntoView({ block: 'nearest' });
    this.#field.setAttribute('aria-activedescendant', this.#list.children[place]?.id ?? '');
  }

  #close() {
    this.#found = null;
    this.#list.hidden = true;
    this.#field.removeAttribute('aria-activedescendant');
  }
}

function shown({ value, label, hint }, place) {
  const item = document.createElement('li');
  item.id = `completion-${place}`;
  item.setAttribute('role', 'option');
  const name = document.createElement('bdi');
  name.textContent = label ?? value;
  const more = document.createElement('small');
  more.textContent = hint;
  item.append(name, ' ', more);
  return item;
}
