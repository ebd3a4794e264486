import { localized } from '../lib/time.js';

/**
 * What the person may do here, as the server says it: to write, or the sentence why not; and who the
 * person is here.
 */
export class Standing {
  #composer = document.getElementById('composer');
  #silence = document.getElementById('silence');
  #role = document.getElementById('role');

  receive(event) {
    const standing = event.type === 'standing' ? event : event.standing;
    if (standing) {
      this.#show(standing);
    }
  }

  /** Why it is over, if it is, on this page; what was begun to be written is kept. */
  end(sentence) {
    if (sentence && this.#composer) {
      this.#silence.textContent = sentence;
      this.#silence.hidden = false;
      this.#composer.hidden = true;
    }
  }

  #show({ role, silence }) {
    const { classList, dataset } = document.body;
    classList.toggle('is-member', Boolean(role) || dataset.room.startsWith('@'));
    this.#role.textContent = this.#role.getAttribute(`data-${role}`) ?? '';
    this.#silence.textContent = localized(silence?.message ?? '');
    this.#silence.hidden = !silence;
    this.#composer.hidden = Boolean(silence);
  }
}
