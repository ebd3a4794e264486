import { quoteOf, showQuote } from './quote.js';

/** Finds out what a new message answers: entries name it by its number alone. */
export class Quotes {
  #list;
  #history;

  constructor(list, history) {
    this.#list = list;
    this.#history = history;
  }

  /** Gives an entry with what it answers, if that is on the page; else the server is asked and it is shown later. */
  complete(entry) {
    if (!entry.replyTo) {
      return entry;
    }
    const item = this.#list.find(entry.replyTo);
    if (!item) {
      this.#ask(entry).catch(() => {});
    }
    return { ...entry, quote: item && quoteOf(item) };
  }

  async #ask({ seq, replyTo }) {
    const quote = await this.#history.message(replyTo);
    const item = this.#list.find(seq);
    if (item && quote) {
      showQuote(item, replyTo, quote);
    }
  }
}
