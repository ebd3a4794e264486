const LONG = 1_000;
const SHOWN = 4_000;
/** States in which the page works on coming back: what was said about why stays until it has. */
const AWAY = ['offline', 'closing'];
/** All others are the end. */
const GOING_ON = ['connecting', 'online', ...AWAY];

/** Says how the connection is. A short break is not worth a word, so "connecting" shows after a while. */
export class Status {
  #line = document.getElementById('status');
  #reload = document.getElementById('reload');
  #signIn = document.getElementById('sign-in-again');
  #timer = 0;

  constructor() {
    this.#reload.addEventListener('click', () => location.reload());
  }

  /**
   * state: one of the texts that the line carries: connecting, online, offline, closing, changed, or why it
   * ended. Gives the sentence if it has ended.
   */
  show(state) {
    const { state: before } = this.#line.dataset;
    if (AWAY.includes(before) && (state === 'connecting' || state === 'offline')) {
      return '';
    }
    clearTimeout(this.#timer);
    const { dataset } = this.#line;
    const again = state === 'online' && AWAY.includes(before);
    const text = again ? dataset.again : this.#line.getAttribute(`data-${state}`);
    this.#timer = setTimeout(() => this.#say(state, text, again), state === 'connecting' ? LONG : 0);
    this.#reload.hidden = state !== 'changed';
    this.#signIn.hidden = state !== 'signed-out';
    return GOING_ON.includes(state) ? '' : text;
  }

  /** Says what went wrong with something that has no place of its own on the page. */
  problem(sentence) {
    this.#say('problem', sentence);
  }

  #say(state, text, news = false) {
    this.#line.dataset.state = state;
    this.#line.textContent = text;
    this.#line.classList.toggle('is-news', news);
    if (news) {
      this.#timer = setTimeout(() => this.#line.classList.remove('is-news'), SHOWN);
    }
  }
}
