import { arrange, take } from './arrange.js';
import { isLine, renderLine } from './line-view.js';
import { change, own, render } from './message-view.js';
import { changeQuotes } from './quote.js';

const MOST = 300;

/** The rows of the page, messages and lines, in the order of the log; then what is on its way. At most 300. */
export class MessageList {
  #list = document.getElementById('messages');
  #empty = document.getElementById('empty');
  #you;

  /** you is the handle of the person who looks. */
  constructor(you) {
    this.#you = you;
    this.#rows().forEach((row) => this.#settle(row));
  }

  get first() {
    return seqOf(this.#rows().at(0));
  }

  get last() {
    return seqOf(this.#rows().at(-1));
  }

  get isFull() {
    return this.#rows().length >= MOST;
  }

  find(seq) {
    return document.getElementById(seq);
  }

  /** The first row after a number, of those that are wanted. */
  after(seq, wanted = () => true) {
    return this.#rows().find((row) => seqOf(row) > seq && wanted(row));
  }

  /** Adds rows at the end; tells whether it had to cut some at the beginning. */
  append(entries) {
    this.#insert(entries, this.#list.querySelector('.is-pending'));
    return this.#cut(this.#rows().slice(0, -MOST));
  }

  /** Adds rows at the beginning; tells whether it had to cut some at the end. */
  prepend(entries) {
    const before = this.#rows().slice(0, 1);
    this.#insert(entries, this.#list.firstChild);
    before.forEach(arrange);
    return this.#cut(this.#rows().slice(MOST));
  }

  replace(entries) {
    this.#cut(this.#rows());
    this.append(entries);
  }

  /** Shows what has become of a message, if it is here. */
  change(entry) {
    const item = this.find(entry.target);
    if (item) {
      change(item, entry, this.#you);
    }
    if (entry.type !== 'react') {
      changeQuotes(entry.target, entry);
    }
  }

  #insert(entries, before) {
    entries.forEach((entry) => {
      const row = isLine(entry) ? renderLine(entry) : render(entry);
      this.#list.insertBefore(row, before);
      this.#settle(row);
    });
    this.#empty.hidden ||= entries.length > 0;
  }

  #settle(row) {
    own(row, this.#you);
    arrange(row);
  }

  #cut(rows) {
    rows.forEach(take);
    this.#rows().slice(0, rows.length > 0 ? 1 : 0).forEach(arrange);
    return rows.length > 0;
  }

  #rows() {
    return [...this.#list.children].filter((row) => row.dataset.seq);
  }
}

function seqOf(row) {
  return Number(row?.dataset.seq ?? 0);
}
