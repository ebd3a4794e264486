/** Asks for pages of the log, one after the other, and keeps what changes while one is on its way. */
export class Turns {
  #turn = Promise.resolve();
  #late = null;

  /** Something has changed in the log. */
  note(entry) {
    this.#late?.push(entry);
  }

  /** ask gives the page, or nothing; use is called with it and with the changes that it lacks. */
  take(ask, use) {
    const turn = this.#turn.then(async () => {
      this.#late = [];
      try {
        const page = await ask();
        if (page) {
          use(page, this.#late.filter(({ seq }) => seq > page.head));
        }
      } finally {
        this.#late = null;
      }
    });
    this.#turn = turn.catch(() => {});
    return turn;
  }
}
