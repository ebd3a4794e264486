const QUIET = 30_000;
const PATIENCE = 10_000;

/** A line can be dead without anybody being told: asks after a while of silence, and gives up if nothing comes. */
export class Pulse {
  #ask;
  #giveUp;
  #timer = 0;

  constructor(ask, giveUp) {
    this.#ask = ask;
    this.#giveUp = giveUp;
  }

  /** Something was heard. */
  heard() {
    this.stop();
    this.#timer = setTimeout(() => {
      this.#ask();
      this.#timer = setTimeout(this.#giveUp, PATIENCE);
    }, QUIET);
  }

  stop() {
    clearTimeout(this.#timer);
  }
}
