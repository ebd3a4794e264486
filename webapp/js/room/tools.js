/** The buttons of one message: of the one that is pointed at, focused or tapped. */
export class Tools {
  #tools = document.getElementById('tools');
  #list = document.getElementById('messages');
  #acts;

  /** acts has a function for each button, called with the message and the button. */
  constructor(acts) {
    this.#acts = acts;
    this.#list.addEventListener('pointerover', ({ pointerType, target }) => {
      if (pointerType === 'mouse' && !this.#tools.contains(document.activeElement)) {
        this.#show(target.closest('.message'));
      }
    });
    this.#list.addEventListener('focusin', ({ target }) => this.#show(target.closest('.message')));
    this.#tools.addEventListener('click', ({ target }) => {
      const button = target.closest('button');
      if (button) {
        this.act(button.dataset.act, this.#tools.closest('.message'));
      }
    });
  }

  /** Does with a message what a button says, if it has that button; tells whether it does. */
  act(name, item) {
    this.#show(item);
    const button = this.#tools.querySelector(`[data-act="${name}"]`);
    const may = item.contains(this.#tools) && !button.hidden;
    if (may) {
      this.#acts[name](item, button);
    }
    return may;
  }

  #show(item) {
    if (!item || item.classList.contains('is-pending') || item.classList.contains('is-deleted')) {
      return;
    }
    const composer = document.getElementById('composer');
    const speaks = Boolean(composer && !composer.hidden);
    const own = item.classList.contains('is-own');
    for (const button of this.#tools.children) {
      const { act } = button.dataset;
      button.hidden = (act !== 'link' && !speaks) || (['edit', 'delete'].includes(act) && !own);
    }
    if (!item.contains(this.#tools)) {
      item.append(this.#tools);
    }
    this.#tools.hidden = false;
  }
}
