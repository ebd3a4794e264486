const PAUSE = 3_000;
const END = 5_000;

/** Says who is writing just now, and tells the others that somebody writes here. */
export class Typing {
  #line = document.getElementById('typing');
  #people = new Map();
  #tell;
  #told = -PAUSE;

  /** tell is called while somebody writes, now and then. */
  constructor(tell) {
    this.#tell = tell;
    const text = document.getElementById('text');
    // Whoever may not speak has no field to write in.
    text?.addEventListener('input', () => text.value.trim() !== '' && this.#write());
  }

  /** A person's signal has come. */
  writes({ name, display }) {
    this.#end(name);
    const timer = setTimeout(() => this.stops({ name }), END);
    this.#people.set(name, { display, timer });
    this.#show();
  }

  /** A person has said it, or is gone. */
  stops({ name }) {
    if (this.#people.has(name)) {
      this.#end(name);
      this.#show();
    }
  }

  #end(name) {
    clearTimeout(this.#people.get(name)?.timer);
    this.#people.delete(name);
  }

  #write() {
    if (performance.now() - this.#told >= PAUSE) {
      this.#told = performance.now();
      this.#tell();
    }
  }

  #show() {
    const names = [...this.#people.values()].map(({ display }) => display);
    const { one, two, many } = this.#line.dataset;
    const text = names.length > 2 ? many : names.length === 2 ? two : one;
    this.#line.textContent =
      names.length === 0 ? '' : text.replace(/[12]/g, (number) => `\u2068${names[number - 1]}\u2069`);
  }
}
