/**
 * What the person may do here, as the server says it: to write, or the sentence why not; what is for
 * moderators and for whoever is no member shows and goes by classes of the page.
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

  #show({ role, moderates, silence }) {
    const { classList, dataset } = document.body;
    classList.toggle('is-member', Boolean(role) || dataset.room.startsWith('@'));
    classList.toggle('is-moderator', moderates);
    this.#role.textContent = this.#role.getAttribute(`data-${role}`) ?? '';
    this.#silence.textContent = silence?.message ?? '';
    this.#silence.hidden = !silence;
    this.#composer.hidden = Boolean(silence);
  }
}
