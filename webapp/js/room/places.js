const SHOWN = 2_500;

/** Leads to a message by its number, as links to it do, and back to the newest. */
export class Places {
  #timeline;
  #list;
  #history;
  #scroll;

  constructor(timeline, list, history, scroll) {
    this.#timeline = timeline;
    this.#list = list;
    this.#history = history;
    this.#scroll = scroll;
    addEventListener('hashchange', () => this.follow());
    document.getElementById('newest').addEventListener('click', () => this.showNewest());
    document.getElementById('scroll').addEventListener('click', (click) => this.#followAgain(click));
  }

  /** Begins where the page's address leads. */
  start() {
    const around = Number(new URLSearchParams(location.search).get('around'));
    if (location.hash === '' && around > 0) {
      this.show(around);
    } else if (location.hash === '') {
      this.#scroll.toEnd();
    } else {
      this.follow();
    }
  }

  /** Goes where the page's address leads. */
  follow() {
    const seq = Number(location.hash.slice(1));
    if (location.hash === '') {
      this.showNewest();
    } else if (Number.isSafeInteger(seq) && seq > 0) {
      this.show(seq);
    }
  }

  /** Shows the message of a number, or what stands where it would be. */
  async show(seq) {
    if (!this.#list.find(seq)) {
      await this.#timeline.replace(() => this.#history.around(seq)).catch(() => {});
    }
    const item = this.#list.find(seq) ?? this.#list.after(seq);
    if (item) {
      this.#scroll.to(item);
      item.focus({ preventScroll: true });
      item.classList.add('is-shown');
      setTimeout(() => item.classList.remove('is-shown'), SHOWN);
    }
  }

  async showNewest() {
    if (!this.#timeline.isAtHead) {
      await this.#timeline.replace(() => this.#history.newest()).catch(() => {});
    }
    this.#scroll.toEnd();
  }

  /** The server has sent its newest page; whoever reads further up stays there. */
  reset(page) {
    const seen = this.#timeline.isAtHead ? null : this.#scroll.seen;
    return this.#timeline.replace(() => (seen ? this.#history.around(seen) : page), page.head);
  }

  /** The browser says nothing when the address stays as it is. */
  #followAgain(click) {
    const link = click.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) {
      click.preventDefault();
      this.follow();
    }
  }
}
