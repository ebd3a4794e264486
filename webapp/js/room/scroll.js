const NEAR = 80;

/** Keeps the newest message in sight for whoever looks at it, and leaves whoever reads further up alone. */
export class Scroll {
  #area = document.getElementById('scroll');
  #newest = document.getElementById('newest');

  constructor() {
    this.#newest.addEventListener('click', () => this.toEnd());
    this.#area.addEventListener('scroll', () => this.#isAtEnd() && (this.#newest.hidden = true));
    addEventListener('resize', () => this.#newest.hidden && this.toEnd());
  }

  toEnd() {
    this.#area.scrollTop = this.#area.scrollHeight;
    this.#newest.hidden = true;
  }

  /** Makes a change; follows it if the end was in sight or the change is the reader's own. */
  keep(change, own) {
    const follow = own || this.#isAtEnd();
    change();
    if (follow) {
      this.toEnd();
    } else {
      this.#newest.hidden = false;
    }
  }

  #isAtEnd() {
    return this.#area.scrollHeight - this.#area.scrollTop - this.#area.clientHeight < NEAR;
  }
}
