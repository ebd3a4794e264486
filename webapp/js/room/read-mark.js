const PAUSE = 1_000;

/** How far the person has read: up to the newest message, once it is in view of somebody. */
export class ReadMark {
  #head;
  #tell;
  #read = 0;
  #inView = false;
  #told = false;
  #started = false;
  #timer = 0;

  /** head gives the number of the newest entry shown; tell is called with the number read. */
  constructor(head, tell) {
    this.#head = head;
    this.#tell = tell;
    const watch = new IntersectionObserver(
      (entries) => {
        this.#inView = entries.at(-1).isIntersecting;
        this.check();
      },
      { root: document.getElementById('scroll') },
    );
    watch.observe(document.getElementById('end'));
    document.addEventListener('visibilitychange', () => this.check());
  }

  /** A new connection: what was told may not have arrived. */
  start(read = 0) {
    this.#started = true;
    this.#told = false;
    this.#read = Math.max(this.#read, read);
    this.check();
  }

  /** Another window of the person has read so far, or this one was heard. */
  moved(seq) {
    this.#read = Math.max(this.#read, seq);
  }

  /** Something may have come into view. */
  check() {
    this.#timer ||= setTimeout(() => {
      this.#timer = 0;
      const head = this.#head();
      if (this.#started && this.#inView && !document.hidden && (head > this.#read || !this.#told)) {
        this.#told = true;
        this.#tell(Math.max(head, this.#read));
      }
    }, this.#told ? PAUSE : 0);
  }
}
