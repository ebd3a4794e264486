const FIRST = 500;
const LONGEST = 30_000;

/** How long to wait before the next attempt: twice as long each time, and never all at the same moment. */
export class Backoff {
  #attempts = 0;

  /** Milliseconds; the second half of the span is chance, so that many clients come back spread out. */
  next() {
    const span = Math.min(LONGEST, FIRST * 2 ** this.#attempts++);
    return span / 2 + (Math.random() * span) / 2;
  }

  reset() {
    this.#attempts = 0;
  }
}
