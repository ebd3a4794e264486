import { arrange, take } from './arrange.js';
import { own, render } from './message-view.js';

/** The messages on their way, below all others, and what is to become of others: visible states, each with its way out. */
export class Pending {
  #list = document.getElementById('messages');
  #empty = document.getElementById('empty');
  #you;
  #find;

  /** you is the person who looks, find gives the message of a number. */
  constructor(you, find) {
    this.#you = you;
    this.#find = find;
  }

  /** The person decides what becomes of something that the server refused. */
  whenDecided(again, discard) {
    this.#list.addEventListener('click', ({ target }) => {
      const id = target.closest('.message')?.dataset.id;
      if (target.classList.contains('message-again')) {
        again(id);
      } else if (target.classList.contains('message-discard')) {
        discard(id);
      }
    });
  }

  /** Shows something on its way: a new message, or a change of another one. */
  show({ id, order, event, failed }, quote) {
    const item = event.type === 'message' ? this.#item(id, order, event, quote) : this.#find(event.seq);
    const isShown = item?.dataset.id === id && !failed && !item.classList.contains('is-failed');
    if (item && !isShown) {
      item.dataset.id = id;
      item.classList.toggle('is-failed', Boolean(failed));
      item.querySelector('.message-state').hidden = false;
      item.querySelector('.message-note').textContent = failed
        ? `${this.#list.dataset.failed} ${failed}`
        : this.#list.dataset.pending;
      item.querySelectorAll('.message-again, .message-discard').forEach((button) => (button.hidden = !failed));
    }
  }

  /** It has to wait, and why. */
  wait(id, reason) {
    const item = this.#list.querySelector(`[data-id="${CSS.escape(id)}"]`);
    if (item) {
      item.querySelector('.message-note').textContent = `${this.#list.dataset.pending} ${reason}`;
    }
  }

  /** It has arrived, or was given up. */
  settle(id) {
    const item = id && this.#list.querySelector(`[data-id="${CSS.escape(id)}"]`);
    if (item?.classList.contains('is-pending')) {
      take(item);
      this.#empty.hidden = this.#list.children.length > 0;
    } else if (item) {
      delete item.dataset.id;
      item.classList.remove('is-failed', 'is-leaving');
      item.querySelector('.message-state').hidden = true;
    }
  }

  #item(id, order, { message, replyTo }, quote) {
    const known = this.#list.querySelector(`[data-id="${CSS.escape(id)}"]`);
    if (known) {
      return known;
    }
    const item = render({ from: this.#you, at: new Date(order).toISOString(), message, replyTo, quote });
    item.classList.add('is-pending');
    this.#list.append(item);
    own(item, this.#you.name);
    arrange(item);
    this.#empty.hidden = true;
    return item;
  }
}
