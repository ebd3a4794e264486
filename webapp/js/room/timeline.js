import { Turns } from './turns.js';

/** The stretch of the room's log that the page shows; what is above and below is asked for when it comes near. */
export class Timeline {
  #list;
  #history;
  #scroll;
  #turns = new Turns();
  #head;
  #last;
  #older;
  #newer;

  /** head is the number of the newest entry; older and newer tell whether there is more on a side. */
  constructor(list, history, scroll, { head, older, newer }) {
    this.#list = list;
    this.#history = history;
    this.#scroll = scroll;
    this.#head = head;
    this.#bound(newer ? list.last : head, older, newer);
  }

  get head() {
    return this.#head;
  }

  get isAtHead() {
    return !this.#newer;
  }

  /** Whether the stretch reaches back to a number. */
  covers(seq) {
    return !this.#older || this.#list.first <= seq;
  }

  /** Takes an entry of the log. */
  add(entry) {
    const known = entry.seq <= this.#head;
    this.#head = Math.max(this.#head, entry.seq);
    if (entry.target) {
      this.#turns.note(entry);
      this.#scroll.keep(() => this.#list.change(entry));
    } else if (!known && !this.#newer && entry.seq > this.#last) {
      // Whoever reads further up keeps what is there; the rest is asked for when they come back down.
      const waits = this.#list.isFull && !this.#scroll.isAtEnd;
      const cut = !waits && this.#scroll.keep(() => this.#list.append([entry]));
      this.#bound(waits ? this.#last : entry.seq, cut || this.#older, waits);
    }
  }

  /** Shows what is above, if there is more. */
  showOlder() {
    return this.#take(
      () => this.#older && this.#history.before(this.#list.first),
      (page) => {
        const cut = this.#list.prepend(page.rows);
        this.#bound(cut ? this.#list.last : this.#last, page.older, cut || this.#newer);
      },
    );
  }

  /** Shows what is below, if there is more. */
  showNewer() {
    return this.#take(
      () => this.#newer && this.#history.after(this.#last),
      (page) => this.#end(page, this.#list.append(page.rows) || this.#older),
    );
  }

  /** Shows another page in place of all; ask gives it, or a promise of it. A log that begins anew has another head. */
  replace(ask, head = this.#head) {
    this.#head = head;
    return this.#take(ask, (page) => {
      this.#list.replace(page.rows);
      this.#end(page, page.older);
    });
  }

  #take(ask, show) {
    return this.#turns.take(ask, (page, late) => {
      this.#scroll.keep(() => show(page));
      late.forEach((entry) => this.#list.change(entry));
    });
  }

  /** A page that has no more after it reaches to the head, which may be further than its last row. */
  #end({ head, newer, rows }, older) {
    this.#bound(newer ? rows.at(-1).seq : head, older, newer || head < this.#head);
  }

  #bound(last, older, newer) {
    this.#last = last;
    this.#older = older;
    this.#newer = newer;
    this.#scroll.show({ older, newer });
  }
}
