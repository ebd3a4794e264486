const STEP = 100;
const AROUND = 60;

/** The room's log page by page, asked for over HTTP. */
export class History {
  #url;

  constructor(url) {
    this.#url = url;
  }

  newest() {
    return this.#ask('limit=50');
  }

  before(seq) {
    return this.#ask(`before=${seq}&limit=${STEP}`);
  }

  after(seq) {
    return this.#ask(`after=${seq}&limit=${STEP}`);
  }

  around(seq) {
    return this.#ask(`around=${seq}&limit=${AROUND}`);
  }

  /** A message as it is now, with the text that its author wrote; undefined if it is none. */
  async message(seq) {
    const { rows } = await this.#ask(`around=${seq}&limit=1`);
    return rows.find((row) => row.seq === seq);
  }

  async #ask(query) {
    const response = await fetch(`${this.#url}?${query}`);
    if (!response.ok) {
      throw new Error(`HTTP ${response.status}`);
    }
    return pageOf(await response.json());
  }
}

/** A page as the server tells it, its rows in their order and each with what it answers. */
export function pageOf({ head, older = false, newer = false, entries, changes = [], quotes = [] }) {
  const quoted = new Map(quotes.map((quote) => [quote.seq, quote]));
  entries.forEach((entry) => (entry.quote = quoted.get(entry.replyTo)));
  const rows = [...entries, ...changes].sort((a, b) => a.seq - b.seq);
  return { head, older, newer, rows };
}
