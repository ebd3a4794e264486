const NEAR = 80;
const MARGIN = '600px 0px';

/** Where the reader is: at the newest message, which stays in sight, or further up, where nothing moves. */
export class Scroll {
  #area = document.getElementById('scroll');
  #list = document.getElementById('messages');
  #edges = { older: document.getElementById('older'), newer: document.getElementById('newer') };
  #newest = document.getElementById('newest');
  #follows = true;
  #more = false;
  #watch;

  /** near is called with "older" or "newer" when that edge is close, and again until it is no more. */
  constructor(near) {
    this.#watch = new IntersectionObserver(
      (changes) => changes.filter((it) => it.isIntersecting).forEach(({ target }) => near(target.id)),
      { root: this.#area, rootMargin: MARGIN },
    );
    this.#area.addEventListener('scroll', () => this.#moved(), { passive: true });
    // The keyboard of a phone, a longer draft, a reaction: whoever follows goes on to see the newest.
    const size = new ResizeObserver(() => this.#follows && this.toEnd());
    size.observe(this.#area);
    size.observe(this.#list);
  }

  /** Whether the newest message is in sight. */
  get isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#area;
    return !this.#more && scrollHeight - scrollTop - clientHeight < NEAR;
  }

  /** The number of the message at which the reader is. */
  get seen() {
    return Number(this.#seen()?.dataset.seq);
  }

  /** Whether there is more above and below than what is shown. */
  show({ older, newer }) {
    this.#more = newer;
    this.#edges.older.hidden = !older;
    this.#edges.newer.hidden = !newer;
    this.again();
    this.#moved();
  }

  /** Looks anew whether an edge is near. */
  again() {
    Object.values(this.#edges).forEach((edge) => {
      this.#watch.unobserve(edge);
      this.#watch.observe(edge);
    });
  }

  toEnd() {
    this.#area.scrollTop = this.#area.scrollHeight;
    this.#moved();
  }

  /** Brings a row to the middle. */
  to(row) {
    this.#follows = false;
    row.scrollIntoView({ block: 'center' });
    this.#moved();
  }

  /** Makes a change and gives what it gives; follows it if the end was in sight, else what is seen stays where it is. */
  keep(change) {
    const follow = this.isAtEnd;
    const row = follow ? null : this.#seen();
    const top = row?.getBoundingClientRect().top;
    const outcome = change();
    if (follow && !this.#more) {
      this.toEnd();
    } else if (row?.isConnected) {
      this.#area.scrollTop += row.getBoundingClientRect().top - top;
    }
    return outcome;
  }

  #seen() {
    const top = this.#area.getBoundingClientRect().top;
    return [...this.#list.children].find((row) => row.dataset.seq && row.getBoundingClientRect().bottom > top);
  }

  #moved() {
    this.#follows = this.isAtEnd;
    this.#newest.hidden = this.#follows;
  }
}
