const IDLE = 5 * 60_000;
const ACTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'];

/** Whether somebody looks at this window: it is shown, and was used in the last five minutes. */
export class Away {
  #tell;
  #away = false;
  #idle = false;
  #timer = 0;

  /** tell is called with true when nobody looks any more, with false when somebody does again. */
  constructor(tell) {
    this.#tell = tell;
    ACTS.forEach((act) => addEventListener(act, () => this.#used(), { passive: true }));
    document.addEventListener('visibilitychange', () => this.#used());
    this.#used();
  }

  /** Tells it once more, to a server that does not know: a new socket counts as looked at. */
  again() {
    if (this.#away) {
      this.#tell(true);
    }
  }

  #used() {
    clearTimeout(this.#timer);
    this.#idle = false;
    this.#timer = setTimeout(() => {
      this.#idle = true;
      this.#check();
    }, IDLE);
    this.#check();
  }

  #check() {
    const away = document.hidden || this.#idle;
    if (away !== this.#away) {
      this.#away = away;
      this.#tell(away);
    }
  }
}
