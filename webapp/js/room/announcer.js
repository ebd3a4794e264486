const MOST = 5;
const LONG = 30_000;

/** Tells screen readers of new messages of others, name and text first; what is loaded from the history is silent. */
export class Announcer {
  #log = document.getElementById('said');
  #you;

  constructor(you) {
    this.#you = you;
  }

  receive({ type, from, message }) {
    if (type !== 'message' || from.name === this.#you || message === undefined) {
      return;
    }
    const said = document.createElement('p');
    said.textContent = `${from.display}: ${message}`;
    this.#log.append(said);
    setTimeout(() => said.remove(), LONG);
    while (this.#log.children.length > MOST) {
      this.#log.firstChild.remove();
    }
  }
}
