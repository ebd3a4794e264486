const LONG = 1_000;

/** Says how the connection is. A short break is not worth a word, so "connecting" shows after a while. */
export class Status {
  #line = document.getElementById('status');
  #reload = document.getElementById('reload');
  #timer = 0;

  constructor() {
    this.#reload.addEventListener('click', () => location.reload());
  }

  /** state: one of the texts that the line carries: connecting, online, offline, changed, or why it ended. */
  show(state) {
    clearTimeout(this.#timer);
    if (state === 'connecting' && this.#line.dataset.state === 'offline') {
      return;
    }
    const delay = state === 'connecting' ? LONG : 0;
    this.#timer = setTimeout(() => this.#say(state, this.#line.getAttribute(`data-${state}`)), delay);
    this.#reload.hidden = state !== 'changed';
  }

  /** Says what went wrong with something that has no place of its own on the page. */
  problem(sentence) {
    this.#say('problem', sentence);
  }

  #say(state, text) {
    this.#line.dataset.state = state;
    this.#line.textContent = text;
  }
}
