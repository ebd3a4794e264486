const PATIENCE = 30_000;

/** Sends events by HTTP, each when the one before it was answered, so that they arrive in their order. */
export class Posts {
  #url;
  #head;
  #onEvent;
  #failed;
  #last = Promise.resolve();
  #failures = 0;

  /**
   * head gives the number of the newest entry that is known, onEvent is called with what the server says to
   * an event, failed when it could not be asked; what then waits behind it is not sent, for it would be there
   * first.
   */
  constructor(url, head, onEvent, failed) {
    this.#url = url;
    this.#head = head;
    this.#onEvent = onEvent;
    this.#failed = failed;
  }

  send(event) {
    const before = this.#failures;
    this.#last = this.#last.then(async () => {
      if (before === this.#failures) {
        await this.#post(event).then(
          (answer) => this.#answered(answer),
          () => this.#fail(),
        );
      }
    });
  }

  /** An entry comes in its turn, with those before it; one that was there already comes no more. */
  #answered(answer) {
    if (answer.seq === undefined || answer.at === undefined) {
      this.#onEvent(answer);
    } else if (answer.seq <= this.#head()) {
      this.#onEvent({ type: 'stored', id: answer.id });
    }
  }

  #fail() {
    this.#failures++;
    this.#failed();
  }

  async #post(event) {
    const response = await fetch(this.#url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(event),
      signal: AbortSignal.timeout(PATIENCE),
    });
    return response.json();
  }
}
