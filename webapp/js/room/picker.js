const GAP = 4;

/** A few emoji to react with, and who has reacted so far. */
export class Picker {
  #picker = document.getElementById('picker');
  #people = document.getElementById('picker-people');
  #react;
  #item = null;

  /** react is called with a message and an emoji. */
  constructor(react) {
    this.#react = react;
    this.#picker.addEventListener('click', ({ target }) => this.#choose(target));
    this.#picker.addEventListener('keydown', (event) => this.#move(event));
    this.#picker.addEventListener('toggle', ({ newState }) => newState === 'closed' && this.#closed());
  }

  /** Opens beside a button, for a message. */
  open(item, button) {
    this.#item = item;
    const reactions = [...item.querySelectorAll('.reaction')];
    this.#people.replaceChildren(...reactions.map(told));
    this.#picker.showPopover();
    this.#place(button.getBoundingClientRect());
    this.#picker.querySelector('button').focus();
  }

  #place({ top, bottom, right }) {
    const { offsetWidth, offsetHeight } = this.#picker;
    const above = top - offsetHeight - GAP;
    this.#picker.style.top = `${above > 0 ? above : Math.min(bottom + GAP, innerHeight - offsetHeight)}px`;
    this.#picker.style.left = `${Math.max(GAP, Math.min(right, innerWidth - GAP) - offsetWidth)}px`;
  }

  #choose(target) {
    const emoji = target.closest('button')?.dataset.emoji;
    if (emoji) {
      this.#react(this.#item, emoji);
      this.#picker.hidePopover();
    }
  }

  /** By the arrows along the line. */
  #move(event) {
    const buttons = [...this.#picker.querySelectorAll('button')];
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 }[event.key];
    const next = buttons[buttons.indexOf(document.activeElement) + step];
    if (step) {
      event.preventDefault();
      next?.focus();
    }
  }

  #closed() {
    if (this.#picker.contains(document.activeElement) || document.activeElement === document.body) {
      this.#item?.focus();
    }
  }
}

function told(reaction) {
  const line = document.createElement('li');
  const people = [...reaction.querySelectorAll('.reaction-by')].map(({ textContent }) => `\u2068${textContent}\u2069`);
  line.textContent = `${reaction.dataset.emoji} ${people.join(', ')}`;
  return line;
}
