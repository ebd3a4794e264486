const FIRST = 500;
const LONGEST = 30_000;
const SPREAD = 8_000;

/** How long to wait before the next attempt: twice as long each time, and never all at the same moment. */
export class Backoff {
  #attempts = 0;

  /** Milliseconds; the second half of the span is chance, so that many clients come back spread out. */
  next() {
    const span = Math.min(LONGEST, FIRST * 2 ** this.#attempts++);
    return span / 2 + (Math.random() * span) / 2;
  }

  /** Milliseconds after a server that has said goodbye to all at once: up to 8 s, by chance alone. */
  spread() {
    return Math.random() * SPREAD;
  }

  reset() {
    this.#attempts = 0;
  }
}
