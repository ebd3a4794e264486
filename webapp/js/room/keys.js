const ACTS = { r: 'reply', e: 'edit', c: 'link', '+': 'react', Delete: 'delete', Backspace: 'delete' };

/** The way through the messages by keyboard, and what can be done to the one that has the focus. */
export class Keys {
  #area = document.getElementById('scroll');
  #text = document.getElementById('text');
  #tools;
  #singles;

  /** tools does with a message what a key says; singles tells whether single letters mean something. */
  constructor(tools, singles) {
    this.#tools = tools;
    this.#singles = singles;
    this.#area.addEventListener('keydown', (event) => this.#inArea(event));
  }

  #inArea(event) {
    const item = event.target.closest('.message');
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    // Within a message the arrows lead on from it, but its buttons keep their other keys.
    if (plain && (this.#move(event.key, item) || (event.target === item && this.#act(event.key, item)))) {
      event.preventDefault();
    }
  }

  #move(key, item) {
    const items = [...this.#area.querySelectorAll('.message:not(.is-pending)')];
    const place = items.indexOf(item);
    const next = {
      ArrowUp: item ? place - 1 : items.length - 1,
      ArrowDown: item ? place + 1 : items.length - 1,
      Home: 0,
      End: items.length - 1,
    }[key];
    if (key === 'Escape') {
      this.#text?.focus();
    } else if (items[next]) {
      items[next].focus({ preventScroll: true });
      items[next].scrollIntoView({ block: 'nearest' });
    }
    return key === 'Escape' || next !== undefined;
  }

  #act(key, item) {
    const act = ACTS[key];
    const letter = key.length === 1;
    return Boolean(act && item && (!letter || this.#singles()) && this.#tools.act(act, item));
  }
}
