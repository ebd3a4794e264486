import { Picker } from './picker.js';

/** Reacts to messages: by the picker, and by the reactions that are there. */
export class Reacting {
  #send;
  #picker = new Picker((item, emoji) => this.#toggle(item, emoji));

  /** send sends an event. */
  constructor(send) {
    this.#send = send;
    document.getElementById('messages').addEventListener('click', ({ target }) => {
      const reaction = target.closest('.reaction-button')?.parentElement;
      if (reaction) {
        this.#toggle(reaction.closest('.message'), reaction.dataset.emoji);
      }
    });
  }

  /** Lets the person choose an emoji, beside a button. */
  choose(item, button) {
    this.#picker.open(item, button);
  }

  #toggle(item, emoji) {
    const known = [...item.querySelectorAll('.reaction')].find((reaction) => reaction.dataset.emoji === emoji);
    const on = known?.querySelector('.reaction-button').getAttribute('aria-pressed') !== 'true';
    this.#send({ type: 'react', seq: Number(item.dataset.seq), emoji, on });
  }
}
