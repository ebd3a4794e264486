import { PersonRow } from './person-row.js';

const byName = new Intl.Collator(document.documentElement.lang);

/** Who is here now, by name. */
export class People {
  #list = document.getElementById('people');
  #count = document.getElementById('people-count');
  #rows = new Map();
  #sorted = [];
  #base;
  #you;
  #moderates = false;

  /** you is the handle of the person who looks. */
  constructor(base, you) {
    this.#base = base;
    this.#you = you;
  }

  set(people) {
    if (this.#rows.size === 0) {
      this.#list.replaceChildren();
    }
    const names = new Set(people.map(({ name }) => name));
    [...this.#rows.keys()].filter((name) => !names.has(name)).forEach((name) => this.gone({ name }));
    people.forEach((person) => this.here(person));
  }

  here(person) {
    const { name } = person;
    const row = this.#rows.get(name) ?? this.#begin(name);
    const before = row.display;
    row.show(person);
    if (before !== row.display) {
      this.#place(row);
    }
    this.#count.textContent = this.#rows.size;
  }

  /** Somebody who is here has turned away, or back. */
  state(person) {
    if (this.#rows.has(person.name)) {
      this.here(person);
    }
  }

  /** Whether the person who looks may take measures against the others. */
  moderate(moderates) {
    if (moderates !== this.#moderates) {
      this.#moderates = moderates;
      this.#sorted.forEach((row) => row.moderate(moderates));
    }
  }

  gone({ name }) {
    const row = this.#rows.get(name);
    if (row) {
      this.#rows.delete(name);
      this.#sorted.splice(this.#sorted.indexOf(row), 1);
      row.item.remove();
      this.#count.textContent = this.#rows.size;
    }
  }

  #begin(name) {
    const row = new PersonRow(name, this.#base, this.#list.dataset, name === this.#you);
    row.moderate(this.#moderates);
    this.#rows.set(name, row);
    return row;
  }

  /** Puts a row where its name belongs. */
  #place(row) {
    this.#sorted = this.#sorted.filter((other) => other !== row);
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byName.compare(this.#sorted[middle].display, row.display) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    this.#list.insertBefore(row.item, this.#sorted[low]?.item ?? null);
    this.#sorted.splice(low, 0, row);
  }
}
