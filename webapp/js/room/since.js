import { arrange } from './arrange.js';

/** The line above the first message that came while the person was away, and the way to it. */
export class Since {
  #line = document.getElementById('since-line').content.querySelector('.since').cloneNode(true);
  #button = document.getElementById('since');
  #list;
  #timeline;
  #scroll;
  #you;
  #from;
  #until;

  /** you is the handle of who looks, read the number up to which the person has read; 0 for nothing yet. */
  constructor({ list, timeline, scroll, places, you, read }) {
    this.#list = list;
    this.#timeline = timeline;
    this.#scroll = scroll;
    this.#you = you;
    this.#until = timeline.head;
    this.#from = read > 0 ? read : this.#until;
    this.#button.addEventListener('click', () => places.show(this.#from + 1));
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#leave() : this.#return()));
    new MutationObserver(() => this.#place()).observe(document.getElementById('messages'), { childList: true });
    new IntersectionObserver((seen) => seen.at(-1).isIntersecting && this.#seen()).observe(this.#line);
    this.#place();
    this.#button.hidden = !this.#line.isConnected && !(this.#from < this.#until && list.first > this.#from);
  }

  #leave() {
    if (this.#scroll.isAtEnd) {
      this.#scroll.keep(() => this.#line.remove());
      this.#from = this.#timeline.head;
      this.#until = Infinity;
    }
  }

  #return() {
    this.#until = Math.min(this.#until, this.#timeline.head);
    this.#button.hidden = !this.#line.isConnected;
  }

  #seen() {
    this.#button.hidden = true;
  }

  /** Above its row, as soon as that is here. */
  #place() {
    if (this.#line.isConnected || this.#from >= this.#until) {
      return;
    }
    const first = this.#list.after(this.#from, (row) => row.dataset.author && row.dataset.author !== this.#you);
    if (first && Number(first.dataset.seq) <= this.#until && this.#timeline.covers(this.#from)) {
      this.#scroll.keep(() => first.before(this.#line));
      arrange(first);
    }
  }
}
